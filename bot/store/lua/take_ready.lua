-- Take ready links: those that a dead worker left behind, then fresh ones. KEYS[1] stream.
-- ARGV: group, consumer, ms after which an entry is left behind ('' = do not look), count. Answers stream entries.
local stream, group, consumer, count = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[4])
local taken = {}
if ARGV[3] ~= '' then
  taken = redis.call('XAUTOCLAIM', stream, group, consumer, ARGV[3], '0', 'COUNT', count)[2]
end
if #taken < count then
  local fresh = redis.call('XREADGROUP', 'GROUP', group, consumer, 'COUNT', count - #taken, 'STREAMS', stream, '>')
  for _, entry in ipairs(fresh and fresh[1][2] or {}) do taken[#taken + 1] = entry end
end
return taken
