-- A leased notice is late. Where many of this link are, hold them all back and let the link look, so that one digest
-- says them; else the lease stands. KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: link, lease token, now, late before,
-- most, hold ms. Answers how many are held back. Held back in vain, they leave as they are: nothing is lost.
local P, B = KEYS[1], KEYS[2]
local l, now, before = link_key(P, ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[4])
if redis.call('HGET', l, 'lease') ~= ARGV[2] then return 0 end
local late, names = {}, {}
local fields = redis.call('HGETALL', l .. ':out')
for i = 1, #fields, 2 do
  local e = cjson.decode(fields[i + 1])
  local over = type(e.na) == 'number' and e.na <= now
  if e.lane == 'notice' and e.item ~= 'link' and not e.covers and e.nb < before and not over and (e.held or 0) < 6 then
    late[fields[i]] = e
    names[#names + 1] = e.item .. '@' .. string.format('%d', e.version)
  end
end
if #names <= tonumber(ARGV[5]) then return 0 end
for field, e in pairs(late) do
  e.held = (e.held or 0) + 1
  e.retry = now + tonumber(ARGV[6]) * 2 ^ (e.held - 1)
  redis.call('HSET', l .. ':out', field, cjson.encode(e))
end
redis.call('HDEL', l, 'lease', 'lease_key', 'lease_rev', 'lease_until', 'lease_by')
table.sort(names)
look(P, B, ARGV[1], 'catchup', 'catchup:' .. now, table.concat(names, ' '), now)
reschedule(P, ARGV[1])
return #names
