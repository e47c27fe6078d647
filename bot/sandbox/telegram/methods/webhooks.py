"""Set, delete and tell about the webhook."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.errors import bad_request
from bot.sandbox.telegram.webhook import MAX_CONNECTIONS, Webhook, WebhookHealth

if TYPE_CHECKING:
    from bot.sandbox.telegram.service import Telegram

Params = Mapping[str, Any]

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORTS = frozenset({None, 443, 80, 88, 8443})
_NEAR = frozenset({"127.0.0.1", "localhost", "::1"})


def set_webhook(telegram: Telegram, account: Account, params: Params) -> bool:
    """Deliver updates to an address; an empty one ends delivery."""
    if not params["url"]:
        return delete_webhook(telegram, account, params)
    if "certificate" in params:
        raise bad_request("bad webhook: the sandbox takes no certificate")
    webhook = Webhook(
        url=_checked_url(params["url"]),
        secret=_checked_secret(params.get("secret_token", "")),
        max_connections=min(max(params.get("max_connections", MAX_CONNECTIONS), 1), 100),
        ip_address=params.get("ip_address", ""),
    )
    _allow(telegram, account, params)
    _drop_pending(account, params)
    # The same webhook again is "already set" for Telegram: retries under way keep their pace.
    if webhook != account.webhook:
        account.webhook = webhook
        account.health = WebhookHealth()
        telegram.webhook_changed(account)
    return True


def delete_webhook(telegram: Telegram, account: Account, params: Params) -> bool:
    """End delivery; what waits stays for getUpdates."""
    account.webhook = None
    account.health = WebhookHealth()
    _drop_pending(account, params)
    telegram.webhook_changed(account)
    return True


def get_webhook_info(telegram: Telegram, account: Account, params: Params) -> dict[str, Any]:
    """Tell where updates go, how many wait and what failed last."""
    webhook = account.webhook
    info: dict[str, Any] = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": account.updates.count(telegram.now()),
    }
    if webhook is not None:
        info["max_connections"] = webhook.max_connections
        info["ip_address"] = webhook.ip_address or "127.0.0.1"
        info.update(account.health.as_api())
    if account.allowed_updates:
        info["allowed_updates"] = list(account.allowed_updates)
    return info


def _checked_url(url: str) -> str:
    """Refuse what Telegram refuses; plain HTTP and any port are allowed on this machine only."""
    parts = urlsplit(url)
    if parts.hostname is None:
        raise bad_request("invalid webhook URL specified")
    if parts.hostname in _NEAR:
        return url
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    return url


def _checked_secret(secret: str) -> str:
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _allow(telegram: Telegram, account: Account, params: Params) -> None:
    if "allowed_updates" in params:
        account.allowed_updates = tuple(
            kind for kind in params["allowed_updates"] if kind in telegram.schema.update_kinds
        )


def _drop_pending(account: Account, params: Params) -> None:
    if params.get("drop_pending_updates"):
        account.updates.clear()


METHODS = {
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
