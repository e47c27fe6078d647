-- Wake every loop that waits for this tenant. KEYS[1] prefix.
wake(KEYS[1])
return 1
