-- A read of this person's case failed. KEYS[1] prefix. ARGV: person, at.
local p = KEYS[1] .. 'p:' .. ARGV[1]
if redis.call('EXISTS', p) == 1 and redis.call('HEXISTS', p, 'facts') == 1 then redis.call('HSET', p, 'failed', ARGV[2]) end
return 1
