-- Take back a job that nobody has taken yet; one that is being carried out is left alone. KEYS[1] prefix. ARGV: member.
if redis.call('HEXISTS', KEYS[1] .. 'jobtaken', ARGV[1]) == 1 then return 0 end
if redis.call('ZREM', KEYS[1] .. 'jobs', ARGV[1]) == 0 then return 0 end
redis.call('HDEL', KEYS[1] .. 'jobdata', ARGV[1])
redis.call('HDEL', KEYS[1] .. 'jobfails', ARGV[1])
return 1
