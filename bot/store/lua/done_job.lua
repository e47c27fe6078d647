-- KEYS[1] prefix. ARGV: member. A job that was planned anew meanwhile stays.
redis.call('HDEL', KEYS[1] .. 'jobfails', ARGV[1])
if redis.call('HDEL', KEYS[1] .. 'jobtaken', ARGV[1]) == 1 then
  redis.call('ZREM', KEYS[1] .. 'jobs', ARGV[1])
  redis.call('HDEL', KEYS[1] .. 'jobdata', ARGV[1])
end
return 1
