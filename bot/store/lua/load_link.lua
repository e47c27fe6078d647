-- What the renderer may look at, read in one step. KEYS[1] prefix. ARGV: link. Answers {link hash, facts}.
local fields, facts = link_with_facts(KEYS[1], ARGV[1])
return { fields, facts }
