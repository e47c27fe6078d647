"""The list of people and one person's page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cases.model import Choice, Interpreter, OwnWrite, Question, Write, WriteKind
from bot.store.records import Delivery, DeliveryState, LinkState
from tests.clocks import NOW
from tests.console.colleague import Colleague
from tests.console.fakes import FakeTenantStore


async def test_a_line_holds_name_number_route_language_channel_and_next_date(anneke: Colleague) -> None:
    page = (await anneke.opens("/waterveen/people?q=Samira")).text
    assert "Samira WV-0001 B1 Arabic linked Mon 23 Nov 08:10 Mon 23 Nov 09:00" in page


async def test_who_is_not_invited_appears_by_case_number_only(anneke: Colleague) -> None:
    page = (await anneke.opens("/waterveen/people?channel=not_invited")).text
    assert "WV-0008" in page
    assert "Rahel" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=fil", {"Filmon"}),
        ("q=wv-0005", {"Elif"}),
        ("language=tr", {"Elif", "Mehmet"}),
        ("channel=muted", {"Mehmet"}),
        ("route=Z", set()),
        ("route=B1&language=ti&channel=linked", {"Filmon"}),
        ("page=99", set()),
        ("page=zero&q=fil", {"Filmon"}),
    ],
)
async def test_filters_narrow_the_list(anneke: Colleague, query: str, found: set[str]) -> None:
    page = (await anneke.opens(f"/waterveen/people?{query}")).text
    names = {"Samira", "Filmon", "Elif", "Karim", "Mehmet", "Laila"}
    assert {name for name in names if f"{name} WV-" in page} == found


async def test_a_search_is_shown_as_text_and_never_as_html(anneke: Colleague) -> None:
    page = await anneke.opens('/waterveen/people?q="><script>alert(1)</script>')
    assert "<script>alert" not in page.html


async def test_the_list_has_pages(anneke: Colleague, town: FakeTenantStore) -> None:
    for n in range(60):
        one = replace(
            town.persons.records["samira"], id=f"p{n}", case_number=f"ZZ-{n:03d}", first_name=f"Gast{n}"
        )
        town.persons.records[one.id] = one
    assert "Gast59" not in (await anneke.opens("/waterveen/people")).text
    assert "Gast59" in (await anneke.opens("/waterveen/people?page=2")).text


async def test_opening_a_person_writes_one_audit_line(anneke: Colleague, town: FakeTenantStore) -> None:
    await anneke.opens("/waterveen/people/samira")
    assert town.audit.of("samira") == ["person_opened"]


async def test_the_snapshot_says_when_it_was_read(anneke: Colleague) -> None:
    page = (await anneke.opens("/waterveen/people/samira")).text
    assert "As of 08:05." in page
    assert "Friday 16 March 2029" in page
    assert "198 h, known until Sat 31 Oct" in page


async def test_messages_stand_with_their_state_and_what_seen_means(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await town.deliveries.record(Delivery("lesson:x", "samira", 2, DeliveryState.SEEN, NOW))
    page = await anneke.opens("/waterveen/people/samira")
    assert "Change of a lesson seen" in page.text
    assert 'title="tapped a button; Telegram tells nothing about reading"' in page.html


async def test_a_person_of_elsewhere_is_not_found_and_leaves_one_alarm(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    assert (await anneke.opens("/waterveen/people/somebody-of-heuvelmeer")).status == 404
    assert (await anneke.opens("/waterveen/people/somebody-of-heuvelmeer")).status == 404
    assert town.alarms.open() == ["foreign_address"]


async def test_ending_a_link_carries_its_reason(anneke: Colleague, town: FakeTenantStore) -> None:
    page = await anneke.sends_and_follows("/waterveen/people/filmon/end", reason="phone_lost")
    assert town.links.ended == [("link-filmon", "phone_lost")]
    assert town.audit.of("filmon") == ["link_ended", "person_opened"]
    assert "The phone is told" in page.text


async def test_a_link_that_waits_is_confirmed(anneke: Colleague, town: FakeTenantStore) -> None:
    await town.alarms.raise_("link_to_confirm", "laila")
    page = await anneke.sends_and_follows("/waterveen/people/laila/confirm")
    assert [look[:2] for look in town.looks] == [("link-laila", "confirmed")]
    assert town.alarms.open() == []
    assert "The link is confirmed" in page.text


async def test_a_link_that_waits_is_refused(anneke: Colleague, town: FakeTenantStore) -> None:
    await town.alarms.raise_("link_to_confirm", "laila")
    await anneke.sends("/waterveen/people/laila/refuse")
    assert [look[:2] for look in town.looks] == [("link-laila", "refused")]


async def test_a_second_yes_changes_nothing(anneke: Colleague, town: FakeTenantStore) -> None:
    await anneke.sends("/waterveen/people/laila/confirm")
    await anneke.sends("/waterveen/people/laila/confirm")
    assert len(town.looks) == 1


async def test_a_linked_phone_is_not_confirmed_again(anneke: Colleague, town: FakeTenantStore) -> None:
    page = await anneke.sends_and_follows("/waterveen/people/samira/confirm")
    assert town.looks == []
    assert "Somebody else was faster" in page.text


async def test_the_confirm_page_says_which_letter_and_that_the_year_fits(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await town.alarms.raise_("link_to_confirm", "laila")
    made = await town.invitations.create("laila", "letter", "fa-AF", 1988, "anneke", NOW, NOW)
    town.invitations.records[made.record.id] = replace(made.record, used_by="link-laila")
    page = (await anneke.opens("/waterveen/confirm")).text
    assert "Code of Letter of Mon 23 Nov. The year matches. Did you expect this?" in page


async def test_a_letter_used_twice_is_opened_again(anneke: Colleague, town: FakeTenantStore) -> None:
    await town.alarms.raise_("code_used_twice", "samira")
    town.links.records["link-samira"] = replace(town.links.records["link-samira"], state=LinkState.FROZEN)
    assert "Letter used twice: link frozen" in (await anneke.opens("/waterveen/confirm")).text
    await anneke.sends("/waterveen/people/samira/thaw")
    assert town.links.thawed == ["link-samira"]
    assert town.alarms.open() == []


async def test_a_persons_questions_are_listed_with_their_state_and_without_their_words(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    asked = Question("q", NOW, "Mag mijn dochter mee?", sent_at=NOW)
    answered = replace(asked, answer="Ja, dat mag.", answered_at=NOW, withheld=True)
    town.persons.questions["samira"] = (asked, answered)
    page = (await anneke.opens("/waterveen/people/samira")).text
    assert "Asked Mon 23 Nov 08:10 in the case system since Mon 23 Nov 08:10 waits for an answer" in page
    assert "answered Mon 23 Nov 08:10 It held a personal number" in page
    assert not any(words in page for words in (asked.text, answered.answer))


async def test_colleagues_are_told_to_take_a_number_out_of_an_answer(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await town.alarms.raise_("answer_number", "samira", "klantcontact")
    assert "answers with a personal number" in (await anneke.opens("/waterveen/today")).text
    page = (await anneke.opens("/waterveen/people/samira")).text
    assert "Personal number in an answer: take it out in the case system" in page


@pytest.mark.parametrize(
    ("answer", "preference", "said"),
    [
        ("bevestigen", None, "Progress talk · comes"),
        ("verzetten", "ochtend", "Progress talk · wants another time · rather in the morning"),
        ("afzeggen", None, "Progress talk · cannot come"),
    ],
)
async def test_an_answer_to_an_appointment_stands_beside_it(
    anneke: Colleague, town: FakeTenantStore, answer: str, preference: str | None, said: str
) -> None:
    stored = town.persons.snapshots["samira"]
    (talk,) = stored.snapshot.appointments
    asked = Interpreter(True, "ar", asked=True)
    talk = replace(talk, answer=answer, preference=preference, interpreter=asked)
    town.persons.snapshots["samira"] = replace(
        stored, snapshot=replace(stored.snapshot, appointments=(talk,))
    )
    page = (await anneke.opens("/waterveen/people/samira")).text
    assert f"{said} · interpreter asked for" in page
    assert "is being passed on" not in page


async def test_an_answer_that_is_not_in_the_case_yet_says_so(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    write = Write("w", WriteKind.APPOINTMENT_ANSWER, "afspraak-1", NOW, choice=Choice.COME, version=1)
    town.persons.own["samira"] = (OwnWrite(write),)
    assert "is being passed on" in (await anneke.opens("/waterveen/people/samira")).text
