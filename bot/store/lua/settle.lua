-- Take an entry that has nothing to do out of the ready stream. KEYS[2] bucket prefix. ARGV: entry, group.
redis.call('XACK', KEYS[2] .. 'ready', ARGV[2], ARGV[1])
redis.call('XDEL', KEYS[2] .. 'ready', ARGV[1])
return 1
