-- KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: link, event id, payload, now, group, consumer.
-- 1 new, 0 seen before, -1 no such link. A worker of the same process (consumer, or '') is handed the oldest entry of the
-- ready stream, which without a queue is this link's: {1, entry, its tenant's prefix, its link, turn or '' to be loaded}.
local answer = ingest(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]))
-- Sealing the event made a key for a link that is purged already; nobody else would ever remove it.
if answer == -1 and redis.call('EXISTS', link_key(KEYS[1], ARGV[1])) == 0 then redis.call('DEL', KEYS[1] .. 'k:' .. ARGV[1]) end
if answer ~= 1 or (ARGV[6] or '') == '' then return answer end
local taken = redis.pcall('XREADGROUP', 'GROUP', ARGV[5], ARGV[6], 'COUNT', 1, 'STREAMS', KEYS[2] .. 'ready', '>')
if not taken or taken.err or not taken[1] then return answer end
local entry, fields = taken[1][2][1][1], taken[1][2][1][2]
local P, link = fields[2], fields[4]
return { answer, entry, P, link, P == KEYS[1] and turn_of(P, link, entry) or '' }
