-- KEYS[1] prefix, KEYS[2] bucket prefix. ARGV: link, event id, payload, now. 1 new, 0 seen before, -1 no such link.
return ingest(KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]))
