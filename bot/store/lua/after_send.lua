-- What became of a leased entry. KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: link, lease token, verb, now, number, text, permanent
-- verbs: sent (number = message id), later (ms), refused (text = reason), closed, freeze_chat (ms), freeze_token (ms)
local P = KEYS[1]
local link, token, verb, now = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local number, text = tonumber(ARGV[5]), ARGV[6]
local l = link_key(P, link)
local out = l .. ':out'

if verb == 'freeze_token' then
  redis.call('HSET', P .. 'pace', 'frozen', now + number)
  return 'ok'
end
if verb == 'freeze_chat' then
  redis.call('HSET', l, 'frozen', now + number)
  local recent = P .. 'frozen_chats'
  redis.call('ZADD', recent, now, link)
  redis.call('ZREMRANGEBYSCORE', recent, '-inf', now - 10000)
  redis.call('PEXPIRE', recent, 60000)
  if redis.call('ZCARD', recent) >= 3 then redis.call('HSET', P .. 'pace', 'frozen', now + number) end
  return 'ok'
end

local state = redis.call('HGET', l, 'state')
local mine = redis.call('HGET', l, 'lease') == token
local key, rev = redis.call('HGET', l, 'lease_key'), tonumber(redis.call('HGET', l, 'lease_rev') or '0')
local stored = mine and redis.call('HGET', out, key)
local e = stored and cjson.decode(stored)
local person = redis.call('HGET', l, 'person')
if mine then redis.call('HDEL', l, 'lease', 'lease_key', 'lease_rev', 'lease_until', 'lease_by') end

local answer = 'ok'
if verb == 'sent' then
  if not state then return 'ended' end
  if number > 0 then
    redis.call('ZADD', l .. ':log', now, number)
    redis.call('ZREMRANGEBYRANK', l .. ':log', 0, -501)
  end
  if not e then
    if state == 'ended' then answer = 'ended'
    -- A sender that was held up and lost its lease may have shown what is out of date: the screen is drawn again.
    elseif not mine then look(P, KEYS[2], link, 'redraw', 'late:' .. token, '', now) end
  elseif state == 'ended' and (not e.final or e.rev ~= rev) then
    answer = 'ended'
  else
    if e.lane == 'screen' and number > 0 then redis.call('HSET', l, 'screen', number) end
    if e.lane == 'notice' and number > 0 then redis.call('HSET', l .. ':shown', e.item, number) end
    if e.rev == rev then redis.call('HDEL', out, key) else answer = 'newer' end
    if e.rev == rev then deliver_entry(P, e, person, 'sent', now) end
  end
elseif verb == 'later' and e then
  e.retry, e.tries = now + number, e.tries + 1
  redis.call('HSET', out, key, cjson.encode(e))
elseif verb == 'refused' and e then
  if e.rev == rev then redis.call('HDEL', out, key) end
  deliver_entry(P, e, person, 'failed', now, text)
elseif verb == 'outdated' and e then
  if e.rev == rev then redis.call('HDEL', out, key) end
  deliver_entry(P, e, person, 'superseded', now, text)
elseif verb == 'closed' then
  -- A frozen phone stays frozen: nobody has called the person yet.
  redis.call('HSET', l, 'state', (state == 'ended' or state == 'frozen') and state or 'blocked')
  for _, field in ipairs(redis.call('HKEYS', out)) do
    local o = cjson.decode(redis.call('HGET', out, field))
    deliver_entry(P, o, person, 'failed', now, 'blocked')
  end
  redis.call('DEL', out)
  if person and state ~= 'ended' and redis.call('HGET', P .. 'p:' .. person, 'link') == link then
    if state ~= 'frozen' then redis.call('HSET', P .. 'p:' .. person, 'channel', 'blocked', 'since', now) end
    redis.call('HSET', P .. 't:alarms', 'unreachable-' .. person,
      cjson.encode({ id = 'unreachable-' .. person, kind = 'unreachable', at = now, person = person, detail = 'blocked', closed_by = '' }))
  end
end
reschedule(P, link)
if answer == 'ok' and verb == 'sent' and redis.call('EXISTS', out) == 1 then return 'more' end
return answer
