-- The case system says that something became of an internal task. KEYS[1] prefix. ARGV: number of the task, now
-- 1 where it is one of ours: that person's questions are asked after now.
local P = KEYS[1]
local person = redis.call('HGET', P .. 'asked', ARGV[1])
if not person then return 0 end
redis.call('ZADD', P .. 'questions', ARGV[2], person)
wake(P)
return 1
