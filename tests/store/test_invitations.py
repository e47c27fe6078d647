"""Invitations: only the newest works, secrets are never stored, codes are easy to read."""

from __future__ import annotations

from bot.personal_numbers import Finding, look
from tests.store.people import PERSON, Bench


async def test_code_and_secret_both_find_the_invitation(bench: Bench) -> None:
    made = await bench.invited()
    for text in (made.code, made.code.lower(), f"{made.code[:5]} {made.code[5:]}", made.secret):
        found = await bench.tenant.invitations.by_text(text)
        assert found is not None
        assert found.id == made.record.id


async def test_neither_code_nor_secret_nor_year_is_stored(bench: Bench) -> None:
    made = await bench.invited()
    redis = bench.tenant.room.db.redis
    stored = await redis.hgetall(bench.tenant.invitations.key(made.record.id))
    codes = await redis.hgetall(f"{bench.tenant.room.prefix}codes")
    for secret in (made.code, made.secret, "1989"):
        assert secret not in repr((stored, codes))


async def test_a_new_letter_ends_the_unused_old_one(bench: Bench) -> None:
    old = await bench.invited()
    await bench.invited()
    found = await bench.tenant.invitations.get(old.record.id)
    assert found is not None
    assert found.ended


async def test_the_year_is_compared_in_every_kind_of_digits(bench: Bench) -> None:
    made = await bench.invited()
    fits = bench.tenant.invitations.year_fits
    assert fits(made.record, "1989")
    assert fits(made.record, " ١٩٨٩ ")
    assert not fits(made.record, "1988")
    assert not fits(made.record, "")


async def test_an_unknown_code_finds_nothing(bench: Bench) -> None:
    await bench.invited()
    assert await bench.tenant.invitations.by_text("ABCDE23456") is None
    assert await bench.tenant.invitations.by_text("") is None


async def test_a_code_never_looks_like_a_personal_number(bench: Bench) -> None:
    for _ in range(50):
        made = await bench.invited()
        assert look(made.code) is Finding.NONE
        assert not set(made.code) & set("01ILOU")


async def test_inviting_marks_the_person_as_invited(bench: Bench) -> None:
    await bench.invited()
    person = await bench.tenant.persons.get(PERSON.id)
    assert person is not None
    assert person.channel == "invited"
