-- One turn's commit (design §3.3). KEYS[1] prefix, KEYS[2] bucket prefix.
-- ARGV[1] = JSON: link, entry, event, rev, state, session, copies{stage,language,level}, facts[{key,field,value}], ops[], now, group,
-- hold? {now, sender, token, lease_ms, rate}: a sender of the same process that would bring the screen at once.
-- Answers {"ok"}, {"ok", entry, shown message} where the screen is leased to that sender, {"conflict"}, {"claimed"}, {"busy"}, {"ended"}, {"gone"}.
local P, B = KEYS[1], KEYS[2]
local a = cjson.decode(ARGV[1])
local now = a.now
local l = link_key(P, a.link)

local function over() settle_entry(P, B, a.link, a.group, a.entry) end

local state = redis.call('HGET', l, 'state')
if not state or state == 'ended' then over() return { 'ended' } end
local head = redis.call('LINDEX', l .. ':mail', 0)
if not head or string.sub(head, 1, #a.event + 1) ~= a.event .. '\31' then
  over()
  return { 'gone' }
end
if tonumber(redis.call('HGET', l, 'rev')) ~= a.rev then return { 'conflict' } end
-- Frozen, blocked or opened again since the turn was loaded: what may be shown and said is another thing now.
if state ~= a.state then return { 'conflict' } end
for _, f in ipairs(a.facts) do
  local value = redis.call('HGET', f.key, f.field)
  if (value or '') ~= f.value then return { 'conflict' } end
end
for _, op in ipairs(a.ops) do
  if op.op == 'claim' then
    local i = P .. 'i:' .. op.invitation
    local used = redis.call('HGET', i, 'used_by')
    if (used and used ~= a.link) or redis.call('HGET', i, 'ended') == '1' or redis.call('EXISTS', i) == 0 then
      return { 'claimed' }
    end
  elseif op.op == 'withdraw' then
    if redis.call('HGET', l, 'lease_key') == op.key and held_until(P, a.link, now) > 0 then return { 'busy' } end
  end
  -- What was decided about an item hangs on whether its notice had left: it may have, since the turn was loaded.
  if op.waits ~= nil and op.waits ~= (redis.call('HEXISTS', l .. ':out', op.key) == 1) then return { 'conflict' } end
end

local result = { 'ok' }
local dirty, ended = false, nil
redis.call('HSET', l, 'rev', a.rev + 1, 'session', a.session, 'stage', a.copies.stage, 'language', a.copies.language,
  'level', a.copies.level)
if a.copies.seen_at then redis.call('HSET', l, 'seen_at', a.copies.seen_at) end
redis.call('LPOP', l .. ':mail')

for _, op in ipairs(a.ops) do
  if op.op == 'out' then
    local out = l .. ':out'
    local old = redis.call('HGET', out, op.key)
    local e = { lane = op.lane, pri = op.pri, nb = op.nb, na = op.na, payload = op.payload, msg = op.msg,
      final = op.final, item = op.item, version = op.version, covers = op.covers, rev = 1, tries = 0 }
    if old then
      local o = cjson.decode(old)
      e.rev = o.rev + 1
      -- A redraw that takes the place of an answer still waiting goes as early as that.
      if op.lane == 'screen' then e.pri = math.min(e.pri, o.pri) end
      if op.lane == 'screen' and not op.msg and o.strip then e.strip = o.strip end
    end
    if op.lane == 'screen' and not op.msg then
      e.strip = redis.call('HGET', l, 'screen') or e.strip
    end
    redis.call('HSET', out, op.key, cjson.encode(e))
    if op.item then
      local person = redis.call('HGET', l, 'person')
      deliver_entry(P, e, person, 'planned', now)
    end
    dirty = true
  elseif op.op == 'withdraw' then
    local waiting = redis.call('HGET', l .. ':out', op.key)
    local person = redis.call('HGET', l, 'person')
    if waiting and person then
      local e = cjson.decode(waiting)
      if not op.folded then deliver_entry(P, e, person, 'superseded', now, 'withdrawn') end
    end
    redis.call('HDEL', l .. ':out', op.key)
    dirty = true
  elseif op.op == 'claim' then
    local i = P .. 'i:' .. op.invitation
    local person = redis.call('HGET', i, 'person')
    redis.call('HSET', i, 'used_by', a.link, 'used_at', now)
    redis.call('HSET', l, 'person', person)
    -- A second phone changes nothing for the first until a colleague has confirmed it.
    if not redis.call('HGET', P .. 'p:' .. person, 'link') then
      redis.call('HSET', P .. 'p:' .. person, 'channel', op.waiting and 'waiting' or 'opened', 'since', now)
    end
    if op.waiting then redis.call('HSET', P .. 'p:' .. person, 'waiting_link', a.link) end
  elseif op.op == 'link' then
    local person = redis.call('HGET', l, 'person')
    local p = P .. 'p:' .. person
    local old = redis.call('HGET', p, 'link')
    if old and old ~= a.link then
      look(P, B, old, 'ended', 'end:' .. a.event, '', now)
    end
    redis.call('HSET', p, 'link', a.link, 'channel', 'linked', 'since', now)
    redis.call('HDEL', p, 'waiting_link')
    redis.call('HSET', l, 'state', 'linked')
  elseif op.op == 'mute' then
    -- Who blocked the chat is told apart from who waits, was frozen or never linked: coming back links nobody.
    local person = redis.call('HGET', l, 'person')
    local mine = person and redis.call('HGET', P .. 'p:' .. person, 'link') == a.link
    if state ~= 'frozen' then redis.call('HSET', l, 'state', (op.state == 'blocked' or mine) and op.state or 'visitor') end
    if mine and state ~= 'frozen' then
      redis.call('HSET', P .. 'p:' .. person, 'channel', op.channel, 'since', now)
      if op.channel == 'linked' then redis.call('HDEL', P .. 't:alarms', 'unreachable-' .. person) end
    end
  elseif op.op == 'write' then
    local person = redis.call('HGET', l, 'person')
    local p = P .. 'p:' .. person
    redis.call('HSET', p .. ':own', op.id, op.payload)
    redis.call('HINCRBY', p, 'orev', 1)
    redis.call('RPUSH', p .. ':writes', op.id)
    redis.call('ZADD', P .. 'writes', 'NX', now, person)
    wake(P)
  elseif op.op == 'wake' then
    local member = 'wake\31' .. a.link .. '\31' .. op.topic
    if op.at then
      redis.call('ZADD', P .. 'jobs', op.at, member)
      redis.call('SADD', l .. ':wakes', op.topic)
    else
      redis.call('ZREM', P .. 'jobs', member)
    end
    wake(P)
  elseif op.op == 'mark' then
    local person = redis.call('HGET', l, 'person')
    if person then deliver(P, op.item, person, op.version, op.state, now) end
  elseif op.op == 'look' then
    if op.topic == 'frozen' then freeze(P, op.link, now) end
    look(P, B, op.link, op.topic, op.id, '', now)
  elseif op.op == 'end_invitation' then
    if redis.call('EXISTS', P .. 'i:' .. op.invitation) == 1 then redis.call('HSET', P .. 'i:' .. op.invitation, 'ended', '1') end
  elseif op.op == 'alarm' then
    redis.call('HSET', P .. 't:alarms', op.id, op.record)
  elseif op.op == 'drop_alarm' then
    redis.call('HDEL', P .. 't:alarms', op.id)
  elseif op.op == 'job' then
    plan_job(P, op.member, op.at, op.data)
  elseif op.op == 'end' then
    ended = true
  end
end
if ended then end_link(P, a.link, true, now) end
over()

-- Lease the screen that was just written, where it may leave now and nobody has waited longer.
local function held()
  local h, out = a.hold, redis.call('HGETALL', l .. ':out')
  if not h or ended or #out ~= 2 or out[1] ~= 'screen' then return nil end
  local e, state, pace = cjson.decode(out[2]), redis.call('HGET', l, 'state'), P .. 'pace'
  if e.pri ~= 0 or math.max(e.nb, e.retry or 0) > h.now or state == 'ended' or state == 'blocked' then return nil end
  if type(e.na) == 'number' and e.na <= h.now then return nil end
  if tonumber(redis.call('HGET', pace, 'frozen') or '0') > h.now then return nil end
  if tonumber(redis.call('HGET', l, 'frozen') or '0') > h.now or held_until(P, a.link, h.now) > 0 then return nil end
  if redis.call('ZCOUNT', P .. 'send:0', '-inf', h.now) > 1 then return nil end
  local chat_next = allowed(l, 'tat', h.rate.chat_gap, h.rate.chat_burst, h.now)
  local all_next = allowed(pace, 'all', h.rate.gap, h.rate.burst, h.now)
  if not chat_next or not all_next then return nil end
  heard(P, h.sender, h.now)
  lease(P, a.link, 0, 'screen', e.rev, h.token, h.now + h.lease_ms, h.sender, chat_next, h.now)
  redis.call('HSET', pace, 'all', all_next)
  return { 'ok', out[2], redis.call('HGET', l, 'screen') or '' }
end

if not dirty then return result end
reschedule(P, a.link)
local handed = held()
-- Who is handed it needs no waking; another sender has to know of it, should this one die.
if not handed or others_send(P, a.hold.sender, a.hold.now) then wake(P) end
return handed or result
