-- Keep a field of what is known of DUO, unless the person is gone or somebody else was faster.
-- KEYS[1] prefix. ARGV: person, field, what it held when it was decided (or ''), sealed value.
local p = KEYS[1] .. 'p:' .. ARGV[1]
if redis.call('EXISTS', p) == 0 then return 0 end
if (redis.call('HGET', p .. ':duo', ARGV[2]) or '') ~= ARGV[3] then return -1 end
redis.call('HSET', p .. ':duo', ARGV[2], ARGV[4])
return 1
