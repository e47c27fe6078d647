-- End the link of a visitor who has not been seen for long; it is purged as any ended link. KEYS[1] prefix. ARGV: link, old, now.
local P = KEYS[1]
local known = redis.call('HMGET', link_key(P, ARGV[1]), 'state', 'seen_at', 'created')
if known[1] ~= 'visitor' or tonumber(known[2] or known[3] or '0') >= tonumber(ARGV[2]) then return 0 end
end_link(P, ARGV[1], false, tonumber(ARGV[3]))
plan_job(P, 'purge\31' .. ARGV[1], tonumber(ARGV[3]), '{"person":false}')
return 1
