-- Remove everything of an ended link, and of its person where ARGV[2] names one. KEYS[1] prefix. ARGV: link, person or '', items…
local P = KEYS[1]
local link, person = ARGV[1], ARGV[2]
local l = link_key(P, link)
local chat = redis.call('HGET', l, 'chat_hash')
if chat and redis.call('HGET', P .. 'chats', chat) == link then redis.call('HDEL', P .. 'chats', chat) end
for pri = 0, 3 do redis.call('ZREM', P .. 'send:' .. pri, link) end
for _, topic in ipairs(redis.call('SMEMBERS', l .. ':wakes')) do
  redis.call('ZREM', P .. 'jobs', 'wake\31' .. link .. '\31' .. topic)
end
for _, kind in ipairs({ 'purge', 'translate', 'menu' }) do
  local member = kind .. '\31' .. link
  redis.call('ZREM', P .. 'jobs', member)
  redis.call('HDEL', P .. 'jobdata', member)
  redis.call('HDEL', P .. 'jobtaken', member)
  redis.call('HDEL', P .. 'jobfails', member)
end
redis.call('ZREM', P .. 'frozen_chats', link)
for _, id in ipairs(redis.call('SMEMBERS', l .. ':dead')) do forget_dead(P, id) end
redis.call('DEL', l, l .. ':mail', l .. ':seen', l .. ':out', l .. ':log', l .. ':shown', l .. ':wakes', l .. ':dead', P .. 'k:' .. link)
if person ~= '' then
  local p = P .. 'p:' .. person
  for i = 3, #ARGV do redis.call('HDEL', P .. 'd:' .. ARGV[i], person) end
  for _, g in ipairs(redis.call('SMEMBERS', p .. ':groups')) do
    redis.call('SREM', P .. 'g:' .. g .. ':members', person)
  end
  for _, i in ipairs(redis.call('SMEMBERS', p .. ':invitations')) do
    local code = redis.call('HMGET', P .. 'i:' .. i, 'code_hash', 'secret_hash')
    for _, hash in ipairs(code) do if hash then redis.call('HDEL', P .. 'codes', hash) end end
    redis.call('DEL', P .. 'i:' .. i)
  end
  local hashes = redis.call('HMGET', p, 'case_hash', 'number_hash')
  for _, hash in ipairs(hashes) do if hash then redis.call('HDEL', P .. 'cases', hash) end end
  redis.call('SREM', P .. 'persons', person)
  redis.call('ZREM', P .. 'writes', person)
  redis.call('ZREM', P .. 'questions', person)
  redis.call('HDEL', P .. 'questionstaken', person)
  local asked = redis.call('HGETALL', P .. 'asked')
  for i = 1, #asked, 2 do if asked[i + 1] == person then redis.call('HDEL', P .. 'asked', asked[i]) end end
  local alarms = redis.call('HGETALL', P .. 't:alarms')
  for i = 1, #alarms, 2 do
    if cjson.decode(alarms[i + 1]).person == person then redis.call('HDEL', P .. 't:alarms', alarms[i]) end
  end
  redis.call('DEL', p, p .. ':own', p .. ':writes', p .. ':items', p .. ':groups', p .. ':invitations', p .. ':duo', P .. 'k:' .. person)
end
return 1
