"""Every kind of key in the store: what it holds, whether that is about a person, and how it ends.

A key that no row describes is a fault: `tests/store/test_register.py` and the soak of `bench/order` walk all
keys. Whoever adds a key adds a row, and with it the answer to "and when does this go?".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class End(StrEnum):
    """How a key, or what stands in it, comes to an end."""

    LIFETIME = "the server removes it"
    LINK = "removed with its link, 45 seconds after the link has ended"
    PERSON = "removed with its person"
    GROUP = "kept with its group"
    OWNER = "removed with the link, person, group or table whose key it is"
    ENTRIES = "each entry is removed with the link, person, group or invitation that it names"
    RETENTION = "entries are removed once a night when they are older than their period"
    INVITATION = "removed with its person, or once it is used or over for longer than deliveries are kept"
    WORK = "entries are removed when their work is done"
    BOUNDED = "holds a fixed number of entries"
    OPERATOR = "entries are removed by colleagues or by commands"


@dataclass(frozen=True, slots=True)
class KeyKind:
    """One kind of key. `pattern` is what follows the tenant's prefix; `owner` in it names the owner.

    `most` is how many entries a bounded one may hold.
    """

    pattern: str
    holds: str
    ends: End
    personal: bool = False
    most: int = 0

    def match(self, rest: str) -> re.Match[str] | None:
        """Whether a key (without its prefix) is of this kind."""
        return re.fullmatch(self.pattern, rest)


ID = r"(?P<owner>[A-Za-z0-9_-]+)"

TENANT_KEYS: tuple[KeyKind, ...] = (
    KeyKind("chats", "keyed hash of a chat id → link", End.ENTRIES, personal=True),
    KeyKind(f"l:{ID}", "link: state, sealed chat id, sealed session", End.LINK, personal=True),
    KeyKind(f"l:{ID}:mail", "events that wait, sealed", End.LINK, personal=True),
    KeyKind(f"l:{ID}:seen", "ids of events of 48 hours", End.LINK),
    KeyKind(f"l:{ID}:out", "what is to be sent, sealed", End.LINK, personal=True),
    KeyKind(f"l:{ID}:log", "ids of messages", End.LINK),
    KeyKind(f"l:{ID}:shown", "newest message id per item", End.LINK),
    KeyKind(f"l:{ID}:wakes", "topics of planned wake-ups", End.LINK),
    KeyKind("persons", "ids of persons", End.ENTRIES),
    KeyKind("cases", "keyed hash of a case or its number → person", End.ENTRIES, personal=True),
    KeyKind(
        f"p:{ID}",
        "person: sealed identity, facts, questions with answers; channel",
        End.PERSON,
        personal=True,
    ),
    KeyKind(f"p:{ID}:own", "own writes that the facts may not show yet, sealed", End.PERSON, personal=True),
    KeyKind(f"p:{ID}:writes", "ids of writes that wait", End.PERSON),
    KeyKind(f"p:{ID}:items", "items of which deliveries are recorded", End.PERSON, personal=True),
    KeyKind(f"p:{ID}:groups", "groups of this person", End.PERSON, personal=True),
    KeyKind(f"p:{ID}:invitations", "ids of invitations", End.PERSON),
    KeyKind(f"p:{ID}:duo", "facts and events of DUO, sealed", End.PERSON, personal=True),
    KeyKind("groups", "ids of groups", End.ENTRIES),
    KeyKind(f"g:{ID}", "group: sealed lessons", End.GROUP),
    KeyKind(f"g:{ID}:own", "planners' changes that the lessons may not show yet, sealed", End.GROUP),
    KeyKind(f"g:{ID}:writes", "ids of changes that wait", End.GROUP),
    KeyKind(f"g:{ID}:members", "ids of persons", End.ENTRIES, personal=True),
    KeyKind(f"i:{ID}", "invitation: person, hashes of its secrets", End.INVITATION, personal=True),
    KeyKind("codes", "hash of a code → invitation", End.ENTRIES),
    KeyKind(r"d:(?P<owner>.+)", "what became of an item, by person", End.RETENTION, personal=True),
    KeyKind(f"k:{ID}", "wrapped data key of an owner", End.OWNER),
    KeyKind("t:campaigns", "caseworkers' reminders, sealed", End.RETENTION, personal=True),
    KeyKind("t:changes", "planners' changes, sealed", End.RETENTION),
    KeyKind("t:alarms", "what a colleague must look at, by person id", End.RETENTION, personal=True),
    KeyKind("t:audit", "who did or saw what, sealed", End.RETENTION, personal=True),
    KeyKind("dead", "events that raised three times, sealed", End.ENTRIES, personal=True, most=2200),
    KeyKind("dead:waiting", "ids of those that wait for somebody", End.WORK),
    KeyKind(f"l:{ID}:dead", "ids of this link's", End.LINK),
    KeyKind("send:[0-3]", "links with something to send", End.WORK),
    KeyKind("senders", "senders heard of within the hour", End.WORK),
    KeyKind("pace", "the token's pace", End.BOUNDED, most=8),
    KeyKind("frozen_chats", "links that Telegram asked to wait", End.LIFETIME),
    KeyKind("writes", "persons with writes that wait", End.WORK),
    KeyKind("questions", "persons with open questions, and when answers are looked for", End.ENTRIES),
    KeyKind("questionstaken", "persons whose answers are being looked for", End.WORK),
    KeyKind("asked", "number of a question's internal task → person", End.ENTRIES, personal=True),
    KeyKind("lessonwrites", "groups with changes that wait", End.WORK),
    KeyKind("hints", "persons, groups and objects that may have changed", End.WORK),
    KeyKind("hintstaken", "those that are being read", End.WORK),
    KeyKind("hintpace", "those that were read within five seconds", End.WORK),
    KeyKind("jobs", "what is to happen when", End.WORK),
    KeyKind("jobdata", "ids that jobs need", End.WORK),
    KeyKind("jobtaken", "jobs being carried out", End.WORK),
    KeyKind("jobfails", "how often a job has failed, and when it is tried again", End.WORK),
    KeyKind("wake", "rings for waiting loops", End.BOUNDED, most=200),
)
"""Keys of one municipality, `{b07}:waterveen:…`."""

SHARED_KEYS: tuple[KeyKind, ...] = (
    KeyKind("t:staff", "local accounts of colleagues, sealed", End.OPERATOR),
    KeyKind("t:sessions", "signed-in browsers, one per account, sealed", End.OPERATOR),
    KeyKind("t:api_keys", "hashes of keys of the HTTP API, sealed", End.OPERATOR),
    KeyKind(f"k:{ID}", "wrapped data key of a table", End.OWNER),
    KeyKind("idem:.+", "answers of the HTTP API, sealed, a day long", End.LIFETIME, personal=True),
)
"""Keys of all municipalities together, `{b00}:all:…`."""

BUCKET_KEYS: tuple[KeyKind, ...] = (KeyKind("ready", "links with mail, for the workers", End.WORK),)
"""Keys of a bucket, `{b07}:…`."""


def kind_of(key: str) -> tuple[KeyKind, re.Match[str]] | None:
    """The row that describes a key, and how it fits; None where there is none."""
    parts = re.fullmatch(r"\{b\d\d\}:(?:([a-z][a-z0-9-]*):)?(.+)", key)
    if parts is None:
        return None
    tenant, rest = parts.groups()
    rows = SHARED_KEYS if tenant == "all" else TENANT_KEYS if tenant else BUCKET_KEYS
    found = ((row, fits) for row in rows if (fits := row.match(rest)) is not None)
    return next(found, None)
