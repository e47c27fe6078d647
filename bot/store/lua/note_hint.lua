-- Note that something of the case system may have changed; many hints about one thing are one.
-- KEYS[1] prefix. ARGV: now, gather ms, pace ms, kind (case, group, object, types), keyed hash of the case, or group, or object.
-- 1 noted or waiting already, 0 nobody of ours is concerned.
local P, now, kind, id = KEYS[1], tonumber(ARGV[1]), ARGV[4], ARGV[5]
if kind == 'case' then
  id = redis.call('HGET', P .. 'cases', id)
  if not id or redis.call('HGET', P .. 'p:' .. id, 'channel') == 'ended' then return 0 end
elseif kind == 'group' and redis.call('SCARD', P .. 'g:' .. id .. ':members') == 0 then
  return 0
end
local member = kind .. '\31' .. id
local due, begun = now + tonumber(ARGV[2]), redis.call('ZSCORE', P .. 'hintpace', member)
if begun then due = math.max(due, tonumber(begun) + tonumber(ARGV[3])) end
if redis.call('ZADD', P .. 'hints', 'NX', due, member) == 1 then
  -- Whoever waits knows of an earlier one already.
  if redis.call('ZRANGE', P .. 'hints', 0, 0)[1] == member then wake(P) end
end
return 1
