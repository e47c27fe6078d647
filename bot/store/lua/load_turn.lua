-- All that a turn may look at, read in one step. KEYS[1] prefix. ARGV: link, entry.
-- Answers {event, link hash, facts, waiting keys}, or {} where there is nothing to do under this entry any more.
local P = KEYS[1]
local l = link_key(P, ARGV[1])
local known = redis.call('HMGET', l, 'mark', 'state', 'chat')
if known[1] ~= ARGV[2] or known[2] == 'ended' or not known[3] then return {} end
local head = redis.call('LINDEX', l .. ':mail', 0)
if not head then return {} end
local fields, facts = link_with_facts(P, ARGV[1])
return { head, fields, facts, redis.call('HKEYS', l .. ':out') }
