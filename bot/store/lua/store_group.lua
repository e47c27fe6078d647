-- Store a fetch of a group, or an own change of it; a change starts (or restarts) the fan-out to its members.
-- KEYS[1] prefix. ARGV: group, sealed facts or '', digest, begun ms, now, JSON list of settled changes, change id or '', sealed change
-- 1 changed, 0 the same, -1 older than what is stored.
local P = KEYS[1]
local g = P .. 'g:' .. ARGV[1]
local begun, now = tonumber(ARGV[4]), tonumber(ARGV[5])
redis.call('SADD', P .. 'groups', ARGV[1])
local changed = false
if ARGV[2] ~= '' then
  if tonumber(redis.call('HGET', g, 'begun') or '0') > begun then return -1 end
  changed = redis.call('HGET', g, 'digest') ~= ARGV[3]
  redis.call('HSET', g, 'facts', ARGV[2], 'digest', ARGV[3], 'begun', begun)
  for _, id in ipairs(cjson.decode(ARGV[6])) do
    if redis.call('HDEL', g .. ':own', id) == 1 then changed = true end
  end
end
if ARGV[7] ~= '' then
  changed = true
  redis.call('HSET', g .. ':own', ARGV[7], ARGV[8])
  redis.call('RPUSH', g .. ':writes', ARGV[7])
  redis.call('ZADD', P .. 'lessonwrites', 'NX', now, ARGV[1])
end
if changed then
  fan_out(P, ARGV[1], now)
  return 1
end
return 0
