-- Lease hints that are due. KEYS[1] prefix. ARGV: now, lease ms, pace ms, count, 1 = those that are not due as well.
-- Answers {ms until the next is due, member…}. One about a thing that is being fetched waits for the end of that fetch.
local P, now, lease, pace = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local hints, taken, begun = P .. 'hints', P .. 'hintstaken', P .. 'hintpace'
for _, member in ipairs(redis.call('ZRANGEBYSCORE', taken, '-inf', now)) do
  -- Who fetched is dead, or was away from the store for longer than any fetch lasts.
  redis.call('ZREM', taken, member)
  redis.call('ZADD', hints, 'LT', now, member)
end
redis.call('ZREMRANGEBYSCORE', begun, '-inf', now - pace)
local found = {}
for _, member in ipairs(redis.call('ZRANGEBYSCORE', hints, '-inf', ARGV[5] == '1' and '+inf' or now, 'LIMIT', 0, ARGV[4])) do
  if redis.call('ZSCORE', taken, member) then
    redis.call('ZADD', hints, now + 1000, member)
  else
    redis.call('ZREM', hints, member)
    redis.call('ZADD', taken, now + lease, member)
    redis.call('ZADD', begun, now, member)
    found[#found + 1] = member
  end
end
local wait = 60000
for _, key in ipairs({ hints, taken }) do
  local first = redis.call('ZRANGE', key, 0, 0, 'WITHSCORES')[2]
  if first then wait = math.min(wait, math.max(0, tonumber(first) - now)) end
end
return { tostring(wait), unpack(found) }
