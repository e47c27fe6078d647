-- KEYS[1] prefix. ARGV: item, person, version, state, now, reason
return deliver(KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5]), ARGV[6])
