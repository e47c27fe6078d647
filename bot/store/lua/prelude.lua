-- Shared by every script. P is the tenant's key prefix, "{b07}:waterveen:"; all keys of one script carry one bucket tag.
-- Times are milliseconds since 1970, given by the caller.

local RANK = { planned = 1, sending = 2, failed = 3, sent = 4, handed_over = 5, seen = 6, understood = 7, superseded = 8 }

local function link_key(P, link) return P .. 'l:' .. link end

-- Mark a link ready where something waits in its mailbox and no entry says so yet.
local function mark(P, bucket, link)
  local l = link_key(P, link)
  if redis.call('LLEN', l .. ':mail') > 0 and not redis.call('HGET', l, 'mark') then
    redis.call('HSET', l, 'mark', redis.call('XADD', bucket .. 'ready', '*', 'p', P, 'l', link))
  end
end

-- Take the entry of a turn that is over out of the ready stream, and mark the link for the next one.
local function settle_entry(P, bucket, link, group, entry)
  local l = link_key(P, link)
  if redis.call('HGET', l, 'mark') == entry then redis.call('HDEL', l, 'mark') end
  redis.call('XACK', bucket .. 'ready', group, entry)
  redis.call('XDEL', bucket .. 'ready', entry)
  mark(P, bucket, link)
end

-- Append an event to a mailbox and mark the link ready, unless it was seen within 48 hours or the link has ended.
local function ingest(P, bucket, link, event_id, payload, now)
  local l = link_key(P, link)
  local state = redis.call('HGET', l, 'state')
  if not state or state == 'ended' then return -1 end
  local seen = l .. ':seen'
  if redis.call('ZSCORE', seen, event_id) then return 0 end
  redis.call('ZADD', seen, now, event_id)
  redis.call('ZREMRANGEBYSCORE', seen, '-inf', now - 172800000)
  redis.call('RPUSH', l .. ':mail', event_id .. '\31' .. payload)
  mark(P, bucket, link)
  return 1
end

-- A look carries no content, so scripts may make one themselves.
local function look(P, bucket, link, topic, id, data, now)
  local event = cjson.encode({ id = id, at = now, topic = topic, data = data or '' })
  return ingest(P, bucket, link, id, 'look:' .. event, now)
end

-- A later state is never taken back by an earlier one; a newer version starts over; a failure can be mended.
local function deliver(P, item, person, version, state, now, reason)
  local key = P .. 'd:' .. item
  local stored = redis.call('HGET', key, person)
  if stored then
    local old = cjson.decode(stored)
    if old.version > version then return 0 end
    if old.version == version and RANK[old.state] >= RANK[state] then return 0 end
  end
  redis.call('HSET', key, person, cjson.encode({ version = version, state = state, at = now, reason = reason or '' }))
  redis.call('SADD', P .. 'p:' .. person .. ':items', item)
  return 1
end

-- The same for an entry of the outbox; a digest is the message of each item that it covers.
local function deliver_entry(P, e, person, state, now, reason)
  if not e.item or not person then return end
  for _, c in ipairs(e.covers or { { e.item, e.version } }) do deliver(P, c[1], person, c[2], state, now, reason) end
end

-- Put the link into the send queues at the moment its first entry of each priority is due.
local function reschedule(P, link)
  local l = link_key(P, link)
  local due = {}
  local entries = redis.call('HVALS', l .. ':out')
  for _, text in ipairs(entries) do
    local e = cjson.decode(text)
    local at = math.max(e.nb, e.retry or 0)
    if not due[e.pri] or at < due[e.pri] then due[e.pri] = at end
  end
  for pri = 0, 3 do
    if due[pri] then redis.call('ZADD', P .. 'send:' .. pri, due[pri], link)
    else redis.call('ZREM', P .. 'send:' .. pri, link) end
  end
end

-- Until when a sender holds this link; 0 where nobody does, or where who does has not been heard of for so long
-- that it must be dead (a lease outlasts the slowest call, and nobody is to wait that long for a dead sender).
local SILENT_MS = 3000
local function held_until(P, link, now)
  local held = redis.call('HMGET', link_key(P, link), 'lease_until', 'lease_by')
  local till = tonumber(held[1] or '0')
  if till <= now then return 0 end
  local heard = tonumber(redis.call('ZSCORE', P .. 'senders', held[2] or '') or '0')
  return heard + SILENT_MS > now and math.min(till, heard + SILENT_MS) or 0
end

-- A sender lives.
local function heard(P, sender, now)
  redis.call('ZADD', P .. 'senders', now, sender)
  redis.call('ZREMRANGEBYSCORE', P .. 'senders', '-inf', now - 3600000)
end

-- Whether another sender than this one lives, idle ones too: these say so at least once a minute.
local function others_send(P, sender, now)
  for _, one in ipairs(redis.call('ZRANGE', P .. 'senders', now - 90000, '+inf', 'BYSCORE')) do
    if one ~= sender then return true end
  end
  return false
end

-- Virtual scheduling (GCRA): a call may go when its theoretical time is at most `burst` ahead.
local function allowed(key, field, gap, burst, now)
  local tat = math.max(tonumber(redis.call('HGET', key, field) or '0'), now)
  if tat - now > burst then return nil, tat - now - burst end
  return tat + gap
end

-- Lease an entry to a sender; its link is offered again once that sender would count as dead.
local function lease(P, link, pri, key, rev, token, until_ms, sender, tat, now)
  redis.call('HSET', link_key(P, link), 'lease', token, 'lease_key', key, 'lease_rev', rev, 'lease_until', until_ms,
    'lease_by', sender, 'tat', tat)
  redis.call('ZADD', P .. 'send:' .. pri, now + SILENT_MS, link)
end

local function wake(P) redis.call('XADD', P .. 'wake', 'MAXLEN', '~', 16, '*', 'x', '1') end

-- Plan a job, or plan it anew: whoever carries out the earlier one does not finish this one.
local function plan_job(P, member, at, data)
  redis.call('ZADD', P .. 'jobs', at, member)
  redis.call('HSET', P .. 'jobdata', member, data)
  redis.call('HDEL', P .. 'jobtaken', member)
  wake(P)
end

-- A group is not as its members were told: all of them look again, from the first on.
local function fan_out(P, group, now)
  local rev = redis.call('HINCRBY', P .. 'g:' .. group, 'frev', 1)
  plan_job(P, 'fanout\31' .. group, now, cjson.encode({ rev = rev, cursor = '0' }))
end

-- Drop all that is a link's except what it needs to say goodbye; the mailbox of an ended link takes nothing more.
local function end_link(P, link, keep_final, now)
  local l = link_key(P, link)
  redis.call('HSET', l, 'state', 'ended')
  redis.call('DEL', l .. ':mail')
  local chat = redis.call('HGET', l, 'chat_hash')
  if chat and redis.call('HGET', P .. 'chats', chat) == link then redis.call('HDEL', P .. 'chats', chat) end
  for _, field in ipairs(redis.call('HKEYS', l .. ':out')) do
    local e = cjson.decode(redis.call('HGET', l .. ':out', field))
    if not (keep_final and e.final) then redis.call('HDEL', l .. ':out', field) end
  end
  for _, topic in ipairs(redis.call('SMEMBERS', l .. ':wakes')) do
    redis.call('ZREM', P .. 'jobs', 'wake\31' .. link .. '\31' .. topic)
  end
  redis.call('DEL', l .. ':wakes')
  local person = redis.call('HGET', l, 'person')
  for _, field in ipairs({ 'link', 'waiting_link' }) do
    if person and redis.call('HGET', P .. 'p:' .. person, field) == link then
      redis.call('HDEL', P .. 'p:' .. person, field)
      if redis.call('HEXISTS', P .. 'p:' .. person, 'link') == 0 then
        redis.call('HSET', P .. 'p:' .. person, 'channel', 'ended', 'since', now)
      end
    end
  end
  reschedule(P, link)
end

-- A phone whose code somebody else tried shows nothing until a colleague has called the person (storyboards A6).
local function freeze(P, link, now)
  local l = link_key(P, link)
  local state = redis.call('HGET', l, 'state')
  if state ~= 'linked' and state ~= 'muted' and state ~= 'blocked' then return 0 end
  redis.call('HSET', l, 'state', 'frozen')
  local person = redis.call('HGET', l, 'person')
  if person then redis.call('HSET', P .. 'p:' .. person, 'channel', 'frozen', 'since', now) end
  return 1
end

-- The stored facts of a person, read in one step: {hash, own writes, {group, {facts, revision}, own changes}…}.
local function facts_of(P, person)
  local p = P .. 'p:' .. person
  local groups = {}
  for _, g in ipairs(redis.call('SMEMBERS', p .. ':groups')) do
    local key = P .. 'g:' .. g
    groups[#groups + 1] = { g, redis.call('HMGET', key, 'facts', 'frev'), redis.call('HGETALL', key .. ':own') }
  end
  return { redis.call('HGETALL', p), redis.call('HGETALL', p .. ':own'), groups }
end

-- A link as stored, with its person's facts where the chat has proved to be theirs.
local function link_with_facts(P, link)
  local l = link_key(P, link)
  local known = redis.call('HMGET', l, 'person', 'state')
  local proved = known[1] and known[2] ~= 'visitor'
  return redis.call('HGETALL', l), proved and facts_of(P, known[1]) or {}
end

-- All that a turn may look at: {event, link hash, facts, waiting keys}, or {} where nothing is to be done under this
-- entry any more.
local function turn_of(P, link, entry)
  local l = link_key(P, link)
  local known = redis.call('HMGET', l, 'mark', 'state', 'chat')
  if known[1] ~= entry or known[2] == 'ended' or not known[3] then return {} end
  local head = redis.call('LINDEX', l .. ':mail', 0)
  if not head then return {} end
  local fields, facts = link_with_facts(P, link)
  return { head, fields, facts, redis.call('HKEYS', l .. ':out') }
end

-- Remove a dead letter with its event.
local function forget_dead(P, id)
  local stored = redis.call('HGET', P .. 'dead', id)
  if stored then redis.call('SREM', link_key(P, cjson.decode(stored).link) .. ':dead', id) end
  redis.call('HDEL', P .. 'dead', id)
  redis.call('ZREM', P .. 'dead:waiting', id)
end
