-- End every chat of a person here and now, without a last word: what waited to be sent is gone, no code works any more.
-- KEYS[1] prefix. ARGV: person, now, purge at. 1 where a chat or a code ended, 0 where nothing was left to end.
local P = KEYS[1]
local p = P .. 'p:' .. ARGV[1]
local now, purge_at = tonumber(ARGV[2]), tonumber(ARGV[3])
if redis.call('EXISTS', p) == 0 then return 0 end
local done = 0
local function over(link)
  local state = link and redis.call('HGET', link_key(P, link), 'state')
  if not state or state == 'ended' then return end
  end_link(P, link, false, now)
  plan_job(P, 'purge\31' .. link, purge_at, '{"person":false}')
  done = 1
end
for _, i in ipairs(redis.call('SMEMBERS', p .. ':invitations')) do
  local key = P .. 'i:' .. i
  over(redis.call('HGET', key, 'used_by'))
  if redis.call('EXISTS', key) == 1 and redis.call('HGET', key, 'ended') ~= '1' then
    redis.call('HSET', key, 'ended', '1')
    done = 1
  end
end
for _, field in ipairs({ 'link', 'waiting_link' }) do over(redis.call('HGET', p, field) or nil) end
if redis.call('HGET', p, 'channel') ~= 'ended' then
  redis.call('HSET', p, 'channel', 'ended', 'since', now)
  done = 1
end
return done
