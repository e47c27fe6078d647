"""Plays Telegram on loopback: a fast Bot API, webhooks with their queue rule, phones that check answers.

    python -m bench.load            # its own process, driven by JSON lines (`bench.load.remote.Generator`)

Imports the standard library only; orjson and uvloop are used where they are installed.

    api = BotApi()                  # BotApi(rule=…): a verdict per call (delay, 403, 429, 5xx, hang)
    await api.start()               # api.url is what a bot calls; api.listeners see every call
    post = Postbox(api)             # delivers updates to the webhooks that bots set with setWebhook
    crowd = Crowd(api, post, token, [MenuWalk(chat) for chat in chats])
    await crowd.begin()             # every phone sends /start and checks its first screen
    tally = await crowd.closed(5.0) # as fast as answers come
    tally = await crowd.open(30.0, 60.0)  # 30 steps a second; latency counts from when a step was due
"""
