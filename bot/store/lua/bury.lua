-- Put a poison event among the dead letters and go on with the next. KEYS[1] prefix, KEYS[2] bucket prefix.
-- ARGV: link, entry, event id, group, reason, now.
local P, B = KEYS[1], KEYS[2]
local l = link_key(P, ARGV[1])
local head = redis.call('LINDEX', l .. ':mail', 0)
if head and string.sub(head, 1, #ARGV[3] + 1) == ARGV[3] .. '\31' then
  redis.call('LPOP', l .. ':mail')
  redis.call('HSET', P .. 'dead', ARGV[3], cjson.encode({ link = ARGV[1], reason = ARGV[5], at = tonumber(ARGV[6]) }))
end
redis.call('HDEL', l, 'tried', 'tries')
settle_entry(P, B, ARGV[1], ARGV[4], ARGV[2])
-- One apology; where drawing itself is what fails, a second would fail likewise, without end.
if string.sub(ARGV[3], 1, 6) ~= 'sorry:' then look(P, B, ARGV[1], 'redraw', 'sorry:' .. ARGV[3], '', tonumber(ARGV[6])) end
return 1
