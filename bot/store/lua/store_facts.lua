-- Store a fetch of a person's case, if it began later than the stored one. KEYS[1] prefix, KEYS[2] bucket prefix.
-- ARGV: person, sealed facts, digest, begun ms, now, JSON list of settled own writes, JSON list of groups
-- 1 changed, 0 the same, -1 older than what is stored or no such person.
local P, B = KEYS[1], KEYS[2]
local p = P .. 'p:' .. ARGV[1]
local begun, now = tonumber(ARGV[4]), tonumber(ARGV[5])
if redis.call('EXISTS', p) == 0 then return -1 end
local stored = tonumber(redis.call('HGET', p, 'begun') or '0')
if stored > begun then return -1 end
local changed = redis.call('HGET', p, 'digest') ~= ARGV[3]
local had_failed = redis.call('HDEL', p, 'failed') == 1
redis.call('HSET', p, 'facts', ARGV[2], 'digest', ARGV[3], 'begun', begun)
local settled = cjson.decode(ARGV[6])
for _, id in ipairs(settled) do redis.call('HDEL', p .. ':own', id) end
if changed or #settled > 0 then redis.call('HINCRBY', p, 'frev', 1) end
local groups = cjson.decode(ARGV[7])
local before = redis.call('SMEMBERS', p .. ':groups')
for _, g in ipairs(before) do redis.call('SREM', P .. 'g:' .. g .. ':members', ARGV[1]) end
redis.call('DEL', p .. ':groups')
for _, g in ipairs(groups) do
  redis.call('SADD', p .. ':groups', g)
  redis.call('SADD', P .. 'g:' .. g .. ':members', ARGV[1])
  redis.call('SADD', P .. 'groups', g)
end
if changed or had_failed or #settled > 0 then
  local link = redis.call('HGET', p, 'link')
  if link then look(P, B, link, 'facts', 'facts:' .. ARGV[1] .. ':' .. ARGV[4], '', now) end
end
if changed then return 1 end
return 0
