-- Put a poison event among the dead letters and go on with the next. KEYS[1] prefix, KEYS[2] bucket prefix.
-- ARGV: link, entry, event id, group, now, kind, reason, tries, where the apology goes, most letters.
local P, B = KEYS[1], KEYS[2]
local link, event, now = ARGV[1], ARGV[3], tonumber(ARGV[5])
local l = link_key(P, link)
local head = redis.call('LINDEX', l .. ':mail', 0)
if head and string.sub(head, 1, #event + 1) == event .. '\31' then
  redis.call('LPOP', l .. ':mail')
  -- A letter that was tried once more and failed again is the same letter.
  local id, n = string.match(event, '^retry:(%x+):(%d+)$')
  id = id or string.sub(redis.sha1hex(link .. '\31' .. event), 1, 16)
  redis.call('HSET', P .. 'dead', id, cjson.encode({ link = link, event = event, payload = string.sub(head, #event + 2),
    kind = ARGV[6], reason = ARGV[7], tries = tonumber(ARGV[8]), at = now, n = tonumber(n or '0'), state = 'waiting' }))
  redis.call('ZADD', P .. 'dead:waiting', now, id)
  redis.call('SADD', l .. ':dead', id)
  if redis.call('ZCARD', P .. 'dead:waiting') > tonumber(ARGV[10]) then
    local oldest = redis.call('ZRANGE', P .. 'dead:waiting', 0, 0)[1]
    forget_dead(P, oldest)
    redis.call('HSET', P .. 't:alarms', 'dead_full',
      cjson.encode({ id = 'dead_full', kind = 'dead_full', at = now, person = '', detail = '', closed_by = '' }))
  end
end
redis.call('HDEL', l, 'tried', 'tries')
settle_entry(P, B, link, ARGV[4], ARGV[2])
-- One apology; where that itself fails, a second would fail likewise, without end. Nor is there one for a later try.
local prefix = string.sub(event, 1, 6)
if prefix ~= 'sorry:' and prefix ~= 'retry:' then look(P, B, link, 'sorry', 'sorry:' .. event, ARGV[9], now) end
return 1
