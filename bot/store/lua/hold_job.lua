-- Whoever carries out a job is still at it. KEYS[1] prefix. ARGV: member, now + lease ms. A job that was planned anew stays.
local P = KEYS[1]
if redis.call('HEXISTS', P .. 'jobtaken', ARGV[1]) == 0 then return 0 end
redis.call('ZADD', P .. 'jobs', 'XX', ARGV[2], ARGV[1])
return 1
