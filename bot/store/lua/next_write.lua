-- Lease the oldest write of one owner, in order per person. KEYS[1] prefix. ARGV: queue name, list suffix, hash suffix, owner prefix, now, lease ms
-- Answers {owner, id, payload} or {wait ms}.
local P = KEYS[1]
local queue, now, lease = P .. ARGV[1], tonumber(ARGV[5]), tonumber(ARGV[6])
while true do
  local first = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
  if not first[1] then return { '60000' } end
  if tonumber(first[2]) > now then return { tostring(tonumber(first[2]) - now) } end
  local owner = P .. ARGV[4] .. first[1]
  local id = redis.call('LINDEX', owner .. ARGV[2], 0)
  local payload = id and redis.call('HGET', owner .. ARGV[3], id)
  if payload then
    redis.call('ZADD', queue, now + lease, first[1])
    return { first[1], id, payload }
  end
  if id then redis.call('LPOP', owner .. ARGV[2])
  else redis.call('ZREM', queue, first[1]) end
end
