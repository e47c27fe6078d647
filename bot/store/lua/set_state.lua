-- Move a link's state by a colleague's hand. KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: link, to, allowed from (commas), topic, now.
local P, B = KEYS[1], KEYS[2]
local l = link_key(P, ARGV[1])
local state = redis.call('HGET', l, 'state')
if not state or not string.find(',' .. ARGV[3] .. ',', ',' .. state .. ',', 1, true) then return 0 end
redis.call('HSET', l, 'state', ARGV[2])
local person = redis.call('HGET', l, 'person')
if person then redis.call('HSET', P .. 'p:' .. person, 'channel', ARGV[2], 'since', ARGV[5]) end
look(P, B, ARGV[1], ARGV[4], ARGV[4] .. ':' .. ARGV[5], '', tonumber(ARGV[5]))
return 1
