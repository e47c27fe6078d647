"""A network that misbehaves to order: a proxy before HTTP services, and one before Redis."""

from bot.sandbox.proxy.fault import Effect, Fault
from bot.sandbox.proxy.http import HttpProxy, Passage
from bot.sandbox.proxy.redis import RedisProxy

__all__ = ["Effect", "Fault", "HttpProxy", "Passage", "RedisProxy"]
