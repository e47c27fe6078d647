-- Lease the person whose questions are asked after next. KEYS[1] prefix. ARGV: now, lease ms
-- Answers {person, rest} or {wait ms}.
local P = KEYS[1]
local now = tonumber(ARGV[1])
local first = redis.call('ZRANGE', P .. 'questions', 0, 0, 'WITHSCORES')
if not first[1] then return { '60000' } end
if tonumber(first[2]) > now then return { tostring(tonumber(first[2]) - now) } end
redis.call('ZADD', P .. 'questions', now + tonumber(ARGV[2]), first[1])
redis.call('HSET', P .. 'questionstaken', first[1], now)
return { first[1], '' }
