-- Take the first due job. KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: now, lease ms.
-- A wake-up is popped and becomes a look in this very step; others are leased and must be finished.
local P, B = KEYS[1], KEYS[2]
local now, lease = tonumber(ARGV[1]), tonumber(ARGV[2])
local first = redis.call('ZRANGE', P .. 'jobs', 0, 0, 'WITHSCORES')
if not first[1] then return { '60000' } end
if tonumber(first[2]) > now then return { tostring(tonumber(first[2]) - now) } end
local member = first[1]
if string.sub(member, 1, 5) == 'wake\31' then
  local link, topic = string.match(member, '^wake\31([^\31]+)\31(.+)$')
  redis.call('ZREM', P .. 'jobs', member)
  redis.call('SREM', link_key(P, link) .. ':wakes', topic)
  look(P, B, link, topic, 'wake:' .. topic .. ':' .. first[2], '', now)
  return { 'woken' }
end
redis.call('ZADD', P .. 'jobs', now + lease, member)
if string.sub(member, 1, 7) ~= 'fanout\31' then redis.call('HSET', P .. 'jobtaken', member, now) end
return { 'job', member, redis.call('HGET', P .. 'jobdata', member) or '{}' }
