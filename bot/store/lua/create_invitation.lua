-- KEYS[1] prefix. ARGV: id, person, way, language, made, expires, by, code hash, secret hash, year hash.
-- The person's earlier invitations that nobody used end, so that only the newest letter works.
local P = KEYS[1]
local p = P .. 'p:' .. ARGV[2]
for _, i in ipairs(redis.call('SMEMBERS', p .. ':invitations')) do
  if redis.call('HEXISTS', P .. 'i:' .. i, 'used_by') == 0 then redis.call('HSET', P .. 'i:' .. i, 'ended', '1') end
end
redis.call('HSET', P .. 'i:' .. ARGV[1], 'person', ARGV[2], 'way', ARGV[3], 'language', ARGV[4], 'made_at', ARGV[5],
  'expires', ARGV[6], 'by', ARGV[7], 'code_hash', ARGV[8], 'secret_hash', ARGV[9], 'year_hash', ARGV[10])
redis.call('HSET', P .. 'codes', ARGV[8], ARGV[1], ARGV[9], ARGV[1])
redis.call('SADD', p .. ':invitations', ARGV[1])
local channel = redis.call('HGET', p, 'channel')
if channel ~= 'linked' and channel ~= 'muted' then
  redis.call('HSET', p, 'channel', 'invited', 'since', ARGV[5])
end
return 1
