"""Wegwijs: a newcomer's plan, lessons and tasks in their own language, on Telegram."""

__version__ = "0.1.0"
