-- KEYS[1] prefix. ARGV: member, at, data
plan_job(KEYS[1], ARGV[1], ARGV[2], ARGV[3])
return 1
