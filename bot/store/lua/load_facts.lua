-- A person's stored facts, read in one step. KEYS[1] prefix. ARGV: person.
return facts_of(KEYS[1], ARGV[1])
