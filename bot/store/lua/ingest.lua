-- KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: link, event id, payload, now. 1 new, 0 seen before, -1 no such link.
local answer = ingest(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]))
-- Sealing the event made a key for a link that is purged already; nobody else would ever remove it.
if answer == -1 and redis.call('EXISTS', link_key(KEYS[1], ARGV[1])) == 0 then redis.call('DEL', KEYS[1] .. 'k:' .. ARGV[1]) end
return answer
