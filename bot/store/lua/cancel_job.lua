-- Take back a job that nobody has taken yet. KEYS[1] prefix. ARGV: member, now.
if redis.call('ZREM', KEYS[1] .. 'jobs', ARGV[1]) == 0 then return 0 end
local taken = redis.call('HDEL', KEYS[1] .. 'jobtaken', ARGV[1])
redis.call('HDEL', KEYS[1] .. 'jobdata', ARGV[1])
return taken == 0 and 1 or 0
