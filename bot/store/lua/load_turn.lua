-- All that a turn may look at, read in one step. KEYS[1] prefix. ARGV: link, entry. Answers as `turn_of` does.
return turn_of(KEYS[1], ARGV[1], ARGV[2])
