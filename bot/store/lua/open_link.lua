-- KEYS[1] prefix. ARGV: chat hash, fresh link id, sealed chat id, now. Answers the chat's link.
local P = KEYS[1]
local known = redis.call('HGET', P .. 'chats', ARGV[1])
if known then return known end
redis.call('HSET', P .. 'chats', ARGV[1], ARGV[2])
redis.call('HSET', link_key(P, ARGV[2]), 'state', 'visitor', 'chat', ARGV[3], 'chat_hash', ARGV[1],
  'created', ARGV[4], 'rev', 0)
return ARGV[2]
