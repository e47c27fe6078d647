"""Adding an account: every fault at once, the same e-mail is the same account."""

from __future__ import annotations

import pytest

from bot.console.staff import add_staff
from bot.errors import ConfigError
from tests.console.fakes import FakeStore
from tests.console.town import BRUG, QUICK

GRANTS = (("waterveen", "caseworker"),)


async def test_the_password_is_stored_as_argon2id_only(store: FakeStore) -> None:
    made = await add_staff(store, "New@Example.org", "New", "twelve letters", GRANTS, passwords=QUICK)
    assert made.email == "new@example.org"
    assert made.password_hash.startswith("$argon2id$")
    assert "twelve" not in repr(made)
    assert await QUICK.fits(made.password_hash, "twelve letters")


async def test_the_same_e_mail_replaces_the_account(store: FakeStore) -> None:
    made = await add_staff(
        store, "Anneke@waterveen.example", "Anneke", "another password", GRANTS, passwords=QUICK
    )
    assert made.id == "anneke"


async def test_every_fault_is_told_at_once(store: FakeStore) -> None:
    with pytest.raises(ConfigError) as told:
        await add_staff(store, "nobody", " ", "short", (("waterveen", "boss"),), passwords=QUICK)
    assert len(told.value.faults) == 4


async def test_a_planner_needs_a_school(store: FakeStore) -> None:
    planner = (("waterveen", "planner"),)
    with pytest.raises(ConfigError, match="needs the name of the school"):
        await add_staff(store, "i@x.org", "I", "twelve letters", planner, passwords=QUICK)
    made = await add_staff(store, "i@x.org", "I", "twelve letters", planner, school=BRUG, passwords=QUICK)
    assert made.school == BRUG
