-- A colleague tries a dead letter once more, or gives it up. KEYS[1] prefix, KEYS[2] bucket prefix.
-- ARGV: letter, "retried" or "discarded", now, by, sealed why, event id, sealed event.
-- Answers ok, gone (somebody was faster) or ended (there is no such link any more).
local P, B = KEYS[1], KEYS[2]
local stored = redis.call('HGET', P .. 'dead', ARGV[1])
local letter = stored and cjson.decode(stored)
if not letter or (letter.state or 'waiting') ~= 'waiting' then return 'gone' end
if ARGV[2] == 'retried' and ingest(P, B, letter.link, ARGV[6], ARGV[7], tonumber(ARGV[3])) < 0 then return 'ended' end
letter.payload, letter.state, letter.ended = nil, ARGV[2], tonumber(ARGV[3])
letter.by, letter.why = ARGV[4], ARGV[5]
redis.call('HSET', P .. 'dead', ARGV[1], cjson.encode(letter))
redis.call('ZREM', P .. 'dead:waiting', ARGV[1])
return 'ok'
