-- KEYS[1] prefix. ARGV: member, at, data
redis.call('ZADD', KEYS[1] .. 'jobs', ARGV[2], ARGV[1])
redis.call('HSET', KEYS[1] .. 'jobdata', ARGV[1], ARGV[3])
redis.call('HDEL', KEYS[1] .. 'jobtaken', ARGV[1])
wake(KEYS[1])
return 1
