-- What became of a leased write. KEYS[1] prefix, KEYS[2] bucket prefix.
-- ARGV: queue, list suffix, hash suffix, owner prefix, owner id, write id, verb, now, number, payload
-- verbs: done (payload = the write with its done time), later (number = ms), refused (payload as done)
local P, B = KEYS[1], KEYS[2]
local queue, owner, id = P .. ARGV[1], P .. ARGV[4] .. ARGV[5], ARGV[6]
local verb, now, number = ARGV[7], tonumber(ARGV[8]), tonumber(ARGV[9])
if verb == 'later' then
  redis.call('ZADD', queue, 'XX', now + number, ARGV[5])
  return 0
end
if redis.call('LINDEX', owner .. ARGV[2], 0) == id then redis.call('LPOP', owner .. ARGV[2]) end
if redis.call('HEXISTS', owner .. ARGV[3], id) == 1 then
  redis.call('HSET', owner .. ARGV[3], id, ARGV[10])
  redis.call('HINCRBY', owner, 'orev', 1)
end
if redis.call('LLEN', owner .. ARGV[2]) > 0 then redis.call('ZADD', queue, now, ARGV[5])
else redis.call('ZREM', queue, ARGV[5]) end
if verb == 'refused' and ARGV[4] == 'g:' then fan_out(P, ARGV[5], now) end
local link = redis.call('HGET', owner, 'link')
if link then look(P, B, link, 'facts', 'write:' .. id .. ':' .. verb, 'own', now) end
return 1
