-- The case system says that something became of an internal task. KEYS[1] prefix. ARGV: number of the task, now, pace ms
-- 1 where it is one of ours: that person's questions are asked after now, or a moment after the last look.
local P = KEYS[1]
local person = redis.call('HGET', P .. 'asked', ARGV[1])
if not person then return 0 end
local read = tonumber(redis.call('HGET', P .. 'p:' .. person, 'qread') or '0')
redis.call('ZADD', P .. 'questions', math.max(tonumber(ARGV[2]), read + tonumber(ARGV[3])), person)
wake(P)
return 1
