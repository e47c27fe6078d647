"""The same five-screen menu as its neighbours' guides teach it, and a floor without any framework.

Each file is a program of its own, run with the Python of `.venv-peers` and the environment:

    TOKEN, SECRET     of the bot
    BOT_API           root of the Bot API, e.g. http://127.0.0.1:8081
    PORT              where the webhook listens; set with setWebhook at the start
    STORE             path of the Unix socket of Redis

State is the screen and the count of steps; `plan:<chat>` holds the person's plan, read at each step.
"""
