-- A sender that has calls in flight lives. KEYS[1] prefix. ARGV: sender, now.
heard(KEYS[1], ARGV[1], tonumber(ARGV[2]))
return 1
