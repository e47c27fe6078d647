"""Keep a Telegram's chats in a file, so that a demo that starts again shows what was said before."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.sandbox.telegram.account import Account
from bot.sandbox.telegram.chat import Chat
from bot.sandbox.telegram.message import Message
from bot.sandbox.telegram.person import Person
from bot.sandbox.telegram.service import Telegram
from bot.sandbox.telegram.upload import Upload

VERSION = 1


def save(telegram: Telegram, path: Path) -> None:
    """Write people, chats, files and pending updates to a file, readable by its owner only."""
    state = {
        "version": VERSION,
        "phones": [
            {"name": phone.name, "current": phone.current, **_person(phone.person)}
            for phone in telegram.phones.values()
        ],
        "files": [_file(one.upload) for one in telegram.files.all()],
        "bots": {account.username: _account(telegram, account) for account in telegram.accounts.values()},
    }
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    draft.chmod(0o600)
    os.replace(draft, path)


def load(telegram: Telegram, path: Path) -> bool:
    """Read what `save` wrote into a Telegram whose bots are added already; False if there is nothing."""
    if not path.exists():
        return False
    state = json.loads(path.read_text(encoding="utf-8"))
    if state.get("version") != VERSION:
        return False
    for raw in state["phones"]:
        phone = telegram.phone(
            raw["name"], language_code=raw["language_code"], first_name=raw["first_name"], shown=raw["shown"]
        )
        phone.current = raw["current"]
    for raw in state["files"]:
        telegram.files.store(Upload(raw["name"], raw["media_type"], base64.b64decode(raw["content"])))
    for account in telegram.accounts.values():
        if account.username in state["bots"]:
            _restore(account, state["bots"][account.username])
    telegram.bell.ring()
    return True


def _person(person: Person) -> dict[str, Any]:
    return {"first_name": person.first_name, "language_code": person.language_code, "shown": person.shown}


def _file(upload: Upload) -> dict[str, str]:
    content = base64.b64encode(upload.content).decode()
    return {"name": upload.name, "media_type": upload.media_type, "content": content}


def _account(telegram: Telegram, account: Account) -> dict[str, Any]:
    return {
        "last_message_id": account.last_message_id,
        "updates": account.updates.dump(telegram.now()),
        "chats": [
            {**asdict(chat), "messages": [asdict(message) for message in chat.messages.values()]}
            for chat in account.chats.values()
        ],
    }


def _restore(account: Account, raw: Mapping[str, Any]) -> None:
    account.last_message_id = raw["last_message_id"]
    account.updates.restore(raw["updates"])
    for one in raw["chats"]:
        messages = [_message(message) for message in one["messages"]]
        chat = Chat(**{**one, "action": None, "messages": {message.id: message for message in messages}})
        account.chats[chat.id] = chat


def _message(raw: Mapping[str, Any]) -> Message:
    rows = tuple(tuple(row) for row in raw["rows"])
    return Message(**{**raw, "rows": rows, "entities": tuple(raw["entities"])})
