"""Answers come back in both forms, of this case only, without the numbers that nobody may send."""

from __future__ import annotations

from functools import partial

import pytest

from bot.cases.model import Reply, WriteKind
from bot.sandbox.zgw import roots
from tests.cases.conftest import World

ASKED = "tg:1:0"
YES = "Ja, om 10.00 uur."


async def asks(
    world: World, name: str = "Samira", id: str = ASKED, text: str = "Mag het later?"
) -> list[str]:
    """Ask a question; gives the UUIDs of its contacts."""
    before = {contact["uuid"] for contact in world.zgw.klantcontacten()}
    await world.writes.write(world.case(name), world.intent(WriteKind.QUESTION, "q", id=id, text=text))
    return [c["uuid"] for c in world.zgw.klantcontacten() if c["uuid"] not in before]


async def replies(world: World, *ids: str, name: str = "Samira", thorough: bool = False) -> tuple[Reply, ...]:
    return await world.writes.answers.replies(world.case(name), ids or (ASKED,), thorough)


def requests(world: World) -> list[str]:
    return [f"{entry.method} {entry.path}" for entry in world.zgw.journal.entries("klantinteracties")]


async def test_a_question_without_an_answer_was_not_looked_for_everywhere(world: World) -> None:
    await asks(world)
    assert await replies(world) == (Reply(ASKED),)


async def test_one_call_asks_after_all_questions_of_a_case(world: World) -> None:
    await asks(world)
    await asks(world, id="tg:2:0")
    before = len(requests(world))
    assert [reply.question for reply in await replies(world, ASKED, "tg:2:0")] == [ASKED, "tg:2:0"]
    assert len(requests(world)) == before + 1


async def test_an_answer_in_the_contact_comes_back(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer(uuid, YES)
    assert await replies(world) == (Reply(ASKED, YES, dealt_with=True),)


async def test_an_answer_in_a_second_contact_comes_back_with_its_writer(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer_apart(uuid, YES, by="A. Postma")
    assert await replies(world) == (Reply(ASKED, YES, "A. Postma", dealt_with=True),)


async def test_a_second_contact_of_a_task_that_is_still_open_is_found_by_a_thorough_look(
    world: World,
) -> None:
    (uuid,) = await asks(world)
    world.desk.answer_apart(uuid, YES, by="A. Postma", done=False)
    assert await replies(world) == (Reply(ASKED),)
    assert await replies(world, thorough=True) == (Reply(ASKED, YES, "A. Postma"),)


async def test_a_second_contact_that_names_the_case_is_found_without_another_call(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer_apart(uuid, YES, case=world.case("Samira"), done=False)
    before = len(requests(world))
    assert [reply.text for reply in await replies(world)] == [YES]
    assert len(requests(world)) == before + 1


async def test_both_forms_together_are_one_answer_in_order(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer(uuid, YES)
    world.desk.answer_apart(uuid, "Neem uw pas mee.")
    assert [reply.text for reply in await replies(world, thorough=True)] == [f"{YES}\n\nNeem uw pas mee."]


async def test_a_task_that_is_done_without_words_is_dealt_with(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.deal_with(uuid)
    assert await replies(world) == (Reply(ASKED, "", dealt_with=True),)


async def test_an_answer_that_was_taken_back_is_gone(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer(uuid, YES)
    world.desk.answer(uuid, "")
    assert [reply.text for reply in await replies(world)] == [""]


async def test_answers_to_the_pieces_of_a_long_question_are_put_together(world: World) -> None:
    uuids = await asks(world, text=" ".join(f"woord{number}" for number in range(250)))
    assert len(uuids) > 1
    for place, uuid in enumerate(uuids, 1):
        world.desk.answer(uuid, f"Deel {place}.")
    (reply,) = await replies(world)
    assert reply.text == "\n\n".join(f"Deel {place}." for place in range(1, len(uuids) + 1))
    assert reply.dealt_with


async def test_of_a_question_that_is_half_written_nothing_is_said(world: World) -> None:
    first, *_ = await asks(world, text=" ".join(f"woord{number}" for number in range(250)))
    row = world.zgw.register.get(roots.KLANTCONTACTEN, first)
    assert row is not None
    row["metadata"] = {**row["metadata"], "deel": "1/9"}
    assert await replies(world) == ()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Uw BSN 123456782 staat erin.", "Uw BSN [•••] staat erin."),
        ("V-nummer 280 123 4567, tot dan.", "V-nummer [•••], tot dan."),
        ("Maak over naar NL91ABNA0417164300 aub.", "Maak over naar [•••] aub."),
    ],
)
async def test_a_personal_number_in_an_answer_leaves_the_case_system_never(
    world: World, said: str, shown: str
) -> None:
    (uuid,) = await asks(world)
    world.desk.answer(uuid, said)
    assert await replies(world) == (Reply(ASKED, shown, numbers=True, dealt_with=True),)


async def test_the_caseworkers_telephone_may_stand_in_an_answer(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer(uuid, "Bel mij: 000 123 45 01.")
    assert [(reply.text, reply.numbers) for reply in await replies(world)] == [
        ("Bel mij: 000 123 45 01.", False)
    ]


async def test_a_case_system_that_shows_somebody_elses_contacts_is_not_believed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mine,) = await asks(world)
    (other,) = await asks(world, "Filmon", id="tg:9:0")
    world.desk.answer(other, "Dit is voor iemand anders.")
    world.desk.answer(mine, YES)
    everything = partial(world.zgw.klant._among, asked={})
    monkeypatch.setattr(world.zgw.klant, "_among", lambda root, asked: everything(root))
    monkeypatch.setattr(world.zgw.klant, "_fits", lambda row, name, value: True)
    assert [reply.text for reply in await replies(world, ASKED, "tg:9:0")] == [YES]
    assert world.cases.counts["foreign"] == 1


async def test_an_answer_that_is_about_another_case_is_dropped(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer_apart(uuid, "Dit is voor iemand anders.", case=world.case("Filmon"))
    assert await replies(world, thorough=True) == (Reply(ASKED, "", dealt_with=True),)
    assert world.cases.counts["foreign"] == 1


async def test_another_contact_about_the_same_case_is_none_of_ours(world: World) -> None:
    await asks(world)
    subject = {"onderwerpobjectidentificator": {"objectId": world.case("Samira")}}
    contact = {"kanaal": "telefoon", "onderwerp": "Gesprek", "inhoud": "BSN 123456782", "vertrouwelijk": True}
    world.zgw.klant.write(contact, subject)
    assert await replies(world) == (Reply(ASKED),)
    assert world.cases.counts["foreign"] == 0


async def test_a_contact_that_cannot_be_read_is_counted_and_takes_no_answer_away(world: World) -> None:
    (uuid,) = await asks(world)
    world.desk.answer(uuid, YES)
    await asks(world, id="tg:2:0")
    row = world.zgw.register.rows(roots.KLANTCONTACTEN)[-1]
    row["reactie"] = 7
    assert [reply.question for reply in await replies(world, ASKED, "tg:2:0")] == [ASKED]
    assert world.cases.counts["unreadable:answer"] == 1


async def test_the_task_says_where_to_answer_and_what_the_person_reads(world: World) -> None:
    await asks(world)
    (task,) = world.zgw.register.rows(roots.INTERNETAKEN)
    assert "reactie" in task["toelichting"]
    assert "BSN" in task["toelichting"]
    assert len(task["toelichting"]) <= 1000


async def test_a_question_that_goes_on_with_another_says_so(world: World) -> None:
    intent = world.intent(WriteKind.QUESTION, "q", id="tg:2:0", text="En dan?", follows=ASKED)
    await world.writes.write(world.case("Samira"), intent)
    (contact,) = world.zgw.klantcontacten()
    assert (contact["onderwerp"], contact["metadata"]["vervolgOp"]) == ("Vervolgvraag van inburgeraar", ASKED)
