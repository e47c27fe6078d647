-- Store a person's questions, unless somebody was faster, and when the case system is asked again.
-- KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: person, revision that was read, sealed questions ('' = as they were,
-- '-' = none are left), due ms ('' = never), now, '1' where the case system was asked, JSON lists of numbers of
-- internal tasks to know and to forget
-- 1 stored, 0 somebody was faster, -1 no such person.
local P, B = KEYS[1], KEYS[2]
local p = P .. 'p:' .. ARGV[1]
local now = tonumber(ARGV[5])
if ARGV[6] == '1' then redis.call('HDEL', P .. 'questionstaken', ARGV[1]) end
if redis.call('HEXISTS', p, 'identity') == 0 then
  redis.call('HDEL', P .. 'questionstaken', ARGV[1])
  redis.call('ZREM', P .. 'questions', ARGV[1])
  return -1
end
if (redis.call('HGET', p, 'qrev') or '0') ~= ARGV[2] then return 0 end
if ARGV[6] == '1' then redis.call('HSET', p, 'qread', now) end
if ARGV[4] == '' then redis.call('ZREM', P .. 'questions', ARGV[1])
else redis.call('ZADD', P .. 'questions', ARGV[4], ARGV[1]) end
if ARGV[3] == '' then return 1 end
if ARGV[3] == '-' then redis.call('HDEL', p, 'questions') else redis.call('HSET', p, 'questions', ARGV[3]) end
local rev = redis.call('HINCRBY', p, 'qrev', 1)
redis.call('HINCRBY', p, 'frev', 1)
for _, number in ipairs(cjson.decode(ARGV[7])) do redis.call('HSET', P .. 'asked', number, ARGV[1]) end
for _, number in ipairs(cjson.decode(ARGV[8])) do redis.call('HDEL', P .. 'asked', number) end
local link = redis.call('HGET', p, 'link')
if link then look(P, B, link, 'facts', 'questions:' .. ARGV[1] .. ':' .. rev, 'own', now) end
wake(P)
return 1
