-- Remove one delivery record. KEYS[1] prefix. ARGV: item, person.
redis.call('HDEL', KEYS[1] .. 'd:' .. ARGV[1], ARGV[2])
redis.call('SREM', KEYS[1] .. 'p:' .. ARGV[2] .. ':items', ARGV[1])
return 1
