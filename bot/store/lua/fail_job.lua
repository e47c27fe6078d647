-- A job's handler failed: count it, and try again later and later, unless it was planned anew meanwhile.
-- KEYS[1] prefix. ARGV: member, reason, now, first pause ms, longest pause ms. Answers how often it has failed by now.
local P, member, now = KEYS[1], ARGV[1], tonumber(ARGV[3])
if not redis.call('ZSCORE', P .. 'jobs', member) then return 0 end
local fanout = string.sub(member, 1, 7) == 'fanout\31'
if not fanout and redis.call('HEXISTS', P .. 'jobtaken', member) == 0 then return 0 end
local stored = redis.call('HGET', P .. 'jobfails', member)
local fails = stored and cjson.decode(stored) or { n = 0, since = now }
fails.n, fails.reason = fails.n + 1, ARGV[2]
fails.again = now + math.min(tonumber(ARGV[4]) * 2 ^ math.min(fails.n - 1, 20), tonumber(ARGV[5]))
redis.call('HSET', P .. 'jobfails', member, cjson.encode(fails))
redis.call('ZADD', P .. 'jobs', fails.again, member)
return fails.n
