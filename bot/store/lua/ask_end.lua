-- A colleague ends a link: its queue dies here and now; the last message is left to one last turn.
-- KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: link, reason, now.
local P, B = KEYS[1], KEYS[2]
local l = link_key(P, ARGV[1])
local state = redis.call('HGET', l, 'state')
if not state or state == 'ended' then return 0 end
if redis.call('ZSCORE', l .. ':seen', 'end:' .. ARGV[3]) then return 0 end
redis.call('DEL', l .. ':out', l .. ':mail')
reschedule(P, ARGV[1])
local person = redis.call('HGET', l, 'person')
if person then redis.call('HSET', P .. 'p:' .. person, 'channel', 'ended', 'since', ARGV[3]) end
look(P, B, ARGV[1], 'ended', 'end:' .. ARGV[3], ARGV[2], tonumber(ARGV[3]))
return 1
