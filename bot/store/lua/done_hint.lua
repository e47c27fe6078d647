-- A hint was followed. KEYS[1] prefix. ARGV: member, when to follow it again or '' (a newer hint that waits stays as it is).
local P = KEYS[1]
redis.call('ZREM', P .. 'hintstaken', ARGV[1])
if ARGV[2] ~= '' then redis.call('ZADD', P .. 'hints', 'NX', ARGV[2], ARGV[1]) end
return 1
