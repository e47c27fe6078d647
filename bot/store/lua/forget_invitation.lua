-- Remove an invitation that is used or over. KEYS[1] prefix. ARGV: invitation.
local P = KEYS[1]
local i = P .. 'i:' .. ARGV[1]
local known = redis.call('HMGET', i, 'code_hash', 'secret_hash', 'person')
for n = 1, 2 do if known[n] then redis.call('HDEL', P .. 'codes', known[n]) end end
if known[3] then redis.call('SREM', P .. 'p:' .. known[3] .. ':invitations', ARGV[1]) end
return redis.call('DEL', i)
