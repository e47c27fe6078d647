-- Lease the best entries, at most one per link, or say how long to wait. KEYS[1] prefix.
-- ARGV: now, lease token, lease ms, rates (JSON), sender, how many at most, tokens whose answer got lost (JSON). Several
-- leases of one call share the token.
-- Answers {{link, chat, screen, shown, key, entry}…} or {wait ms}.
local P = KEYS[1]
local now, token, lease_ms = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
local rate = cjson.decode(ARGV[4])
local sender, most = ARGV[5], tonumber(ARGV[6])
local lost = cjson.decode(ARGV[7])
local leased = {}
heard(P, sender, now)
local pace = P .. 'pace'
local wait = 60000
local function sooner(ms) if ms < wait then wait = math.max(ms, 1) end end

local frozen = tonumber(redis.call('HGET', pace, 'frozen') or '0')
if frozen > now then return { tostring(math.min(frozen - now, wait)) } end

-- The answer that brought this lease never arrived: nobody sends under it.
local function nobodys(l)
  if not lost[1] then return false end
  local held = redis.call('HGET', l, 'lease')
  for _, one in ipairs(lost) do if one == held then return true end end
  return false
end

for pri = 0, 3 do
  local queue = P .. 'send:' .. pri
  local all_next, all_wait = allowed(pace, 'all', rate.gap, rate.burst, now)
  local bulk_next, bulk_wait = rate.gap, nil
  if pri > 0 then bulk_next, bulk_wait = allowed(pace, 'bulk', rate.bulk_gap, rate.bulk_burst, now) end
  if not all_next or not bulk_next then
    local first = redis.call('ZRANGE', queue, 0, 0, 'WITHSCORES')
    if first[2] then sooner(math.max(all_wait or bulk_wait, tonumber(first[2]) - now)) end
  else
    local links = redis.call('ZRANGE', queue, '-inf', now, 'BYSCORE', 'LIMIT', 0, 50)
    for _, link in ipairs(links) do
      local l = link_key(P, link)
      -- A held link is looked at again as soon as its sender, not heard of any more, would count as dead.
      local blocked = nobodys(l) and 0 or held_until(P, link, now)
      blocked = math.max(blocked, tonumber(redis.call('HGET', l, 'frozen') or '0'))
      local chat_next, chat_wait = allowed(l, 'tat', rate.chat_gap, rate.chat_burst, now)
      -- Deleting is free of the chat's pace: what a person should not have typed goes at once.
      local paced = not chat_next
      if blocked > now then
        redis.call('ZADD', queue, blocked, link)
        sooner(blocked - now)
      else
        local state = redis.call('HGET', l, 'state')
        local best, best_key, held
        local fields = redis.call('HGETALL', l .. ':out')
        for i = 1, #fields, 2 do
          local e = cjson.decode(fields[i + 1])
          local silent = (state == 'ended' or state == 'blocked') and not e.final
          if silent or (type(e.na) == 'number' and e.na <= now) then
            redis.call('HDEL', l .. ':out', fields[i])
            if e.item then
              local person = redis.call('HGET', l, 'person')
              deliver_entry(P, e, person, 'superseded', now, silent and 'closed' or 'too late')
            end
          elseif state == 'frozen' and e.lane == 'notice' then
            held = true
          elseif paced and e.lane ~= 'erase' then
            held = true
          elseif e.pri == pri and math.max(e.nb, e.retry or 0) <= now then
            if not best or e.nb < best.nb or (e.nb == best.nb and e.lane == 'erase') then best, best_key = e, fields[i] end
          end
        end
        if best then
          local tat = best.lane == 'erase' and (redis.call('HGET', l, 'tat') or 0) or chat_next
          lease(P, link, pri, best_key, best.rev, token, now + lease_ms, sender, tat, now)
          redis.call('HSET', pace, 'all', all_next)
          if pri > 0 then redis.call('HSET', pace, 'bulk', bulk_next) end
          if best.item then
            local person = redis.call('HGET', l, 'person')
            deliver_entry(P, best, person, 'sending', now)
          end
          leased[#leased + 1] = { link, redis.call('HGET', l, 'chat'), redis.call('HGET', l, 'screen') or '',
            best.item and redis.call('HGET', l .. ':shown', best.item) or '', best_key, cjson.encode(best) }
          if #leased == most then return leased end
          all_next = allowed(pace, 'all', rate.gap, rate.burst, now)
          if pri > 0 then bulk_next = allowed(pace, 'bulk', rate.bulk_gap, rate.bulk_burst, now) end
          if not all_next or not bulk_next then return leased end
        elseif held then
          local rest = paced and chat_wait or 5000
          redis.call('ZADD', queue, now + rest, link)
          sooner(rest)
        else reschedule(P, link) end
      end
    end
    local next_one = redis.call('ZRANGE', queue, '(' .. now, '+inf', 'BYSCORE', 'LIMIT', 0, 1, 'WITHSCORES')
    if next_one[2] then sooner(tonumber(next_one[2]) - now) end
  end
end
if #leased > 0 then return leased end
return { tostring(wait) }
