-- KEYS[1] key name, ARGV[1] fresh wrapped key. Answers the wrapped key that is valid from now on.
if redis.call('SETNX', KEYS[1], ARGV[1]) == 1 then return ARGV[1] end
return redis.call('GET', KEYS[1])
