-- Remove a dead letter. KEYS[1] prefix. ARGV: letter.
forget_dead(KEYS[1], ARGV[1])
return 1
