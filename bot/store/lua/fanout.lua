-- One stretch of a fan-out: a look to up to N members, then the cursor is stored. KEYS[1] prefix, KEYS[2] bucket prefix.
-- ARGV: group, now, count, ms until the next stretch. Answers how many are still to do (0 = finished).
local P, B = KEYS[1], KEYS[2]
local member = 'fanout\31' .. ARGV[1]
local now, count = tonumber(ARGV[2]), tonumber(ARGV[3])
local stored = redis.call('HGET', P .. 'jobdata', member)
if not stored then redis.call('ZREM', P .. 'jobs', member) return 0 end
local job = cjson.decode(stored)
local page = redis.call('SSCAN', P .. 'g:' .. ARGV[1] .. ':members', job.cursor, 'COUNT', count)
redis.call('HDEL', P .. 'jobfails', member)
for _, person in ipairs(page[2]) do
  local link = redis.call('HGET', P .. 'p:' .. person, 'link')
  if link then look(P, B, link, 'facts', 'group:' .. ARGV[1] .. ':' .. job.rev, '', now) end
end
if page[1] == '0' then
  redis.call('ZREM', P .. 'jobs', member)
  redis.call('HDEL', P .. 'jobdata', member)
  return 0
end
redis.call('HSET', P .. 'jobdata', member, cjson.encode({ rev = job.rev, cursor = page[1] }))
redis.call('ZADD', P .. 'jobs', now + tonumber(ARGV[4]), member)
return 1
