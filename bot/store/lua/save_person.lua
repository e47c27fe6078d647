-- KEYS[1] prefix. ARGV: person, sealed identity, case hash, number hash, channel, now
local P = KEYS[1]
local p = P .. 'p:' .. ARGV[1]
local known = redis.call('HGET', p, 'channel')
redis.call('HSET', p, 'identity', ARGV[2], 'case_hash', ARGV[3], 'number_hash', ARGV[4])
if not known or ARGV[5] ~= 'not_invited' then redis.call('HSET', p, 'channel', ARGV[5], 'since', ARGV[6]) end
redis.call('HSET', P .. 'cases', ARGV[3], ARGV[1], ARGV[4], ARGV[1])
redis.call('SADD', P .. 'persons', ARGV[1])
return 1
