-- Keep an event of DUO in place of an older one of its code, and plan its following, in one step.
-- KEYS[1] prefix. ARGV: person, field, what it held when it was decided (or ''), sealed event, job, at.
-- 1 kept, 0 no such person, -1 somebody else was faster: decide again.
local P = KEYS[1]
local p = P .. 'p:' .. ARGV[1]
if redis.call('EXISTS', p) == 0 then return 0 end
if (redis.call('HGET', p .. ':duo', ARGV[2]) or '') ~= ARGV[3] then return -1 end
redis.call('HSET', p .. ':duo', ARGV[2], ARGV[4])
plan_job(P, ARGV[5], tonumber(ARGV[6]), '{}')
return 1
