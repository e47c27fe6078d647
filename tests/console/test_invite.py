"""Inviting: by case number, on the screen, by letter, in a batch."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.port import Hint
from bot.console.deps import ConsoleDeps
from bot.console.letters import code_in_groups, qr_svg
from tests.clocks import NOW, Hands
from tests.console.colleague import Colleague, hidden
from tests.console.fakes import FakeCases, FakeTenantStore

FORM = {"case_number": "WV-0009", "first_name": "Yusuf", "birth_year": "1991", "language": "ar"}


async def test_the_facts_of_the_case_are_shown_before_anything_is_made(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    page = await anneke.sends("/waterveen/invite/find", case_number="WV-0002")
    assert "As of 08:10." in page.text
    assert "B1 route" in page.text
    assert "Mon 18 Jan 10:00" in page.text
    assert "Anneke Postma" in page.text
    assert town.invitations.records == {}


async def test_a_wrong_number_says_no_such_case_here(anneke: Colleague) -> None:
    page = await anneke.sends("/waterveen/invite/find", case_number="WV-9999")
    assert page.status == 422
    assert "No such case here" in page.text


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("type", "of another type"),
        ("internal", "this case is internal"),
        ("confidential", "too confidential"),
        ("right", "missing in the authorisation"),
    ],
)
async def test_a_case_that_may_not_be_shown_says_why(
    anneke: Colleague, cases: FakeCases, reason: str, words: str
) -> None:
    cases.hidden = reason
    page = await anneke.sends("/waterveen/invite/find", case_number="WV-0002")
    assert page.status == 422
    assert words in page.text


async def test_a_citizen_service_number_is_refused_and_not_shown_again(anneke: Colleague) -> None:
    page = await anneke.sends("/waterveen/invite/find", case_number="111222333")
    assert "never used here" in page.text
    assert "111222333" not in page.html


async def test_a_case_system_that_is_away_changes_nothing(anneke: Colleague, cases: FakeCases) -> None:
    cases.away = True
    page = await anneke.sends("/waterveen/invite/find", case_number="WV-0002")
    assert "Nothing was changed. Try again in a few minutes." in page.text


async def test_an_invitation_records_the_person_and_the_snapshot(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await anneke.sends("/waterveen/invite", **FORM, way="office", audio="on")
    person = next(p for p in town.persons.records.values() if p.case_number == "WV-0009")
    assert (person.first_name, person.language, person.prefers_audio, person.caseworker) == (
        "Yusuf",
        "ar",
        True,
        "km-001",
    )
    assert person.channel == "invited"
    assert town.persons.snapshots[person.id].begun_at == NOW
    assert town.audit.of(person.id) == ["invited_office"]


async def test_a_known_case_stays_the_same_person(anneke: Colleague, town: FakeTenantStore) -> None:
    await anneke.sends(
        "/waterveen/invite", **{**FORM, "case_number": "WV-0002", "first_name": "Filmon"}, way="letter"
    )
    assert town.invitations.records["invitation-0"].person == "filmon"


async def test_an_implausible_year_is_told_and_nothing_is_made(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    page = await anneke.sends("/waterveen/invite", **{**FORM, "birth_year": "91"}, way="letter")
    assert page.status == 422
    assert "four plausible numbers" in page.text
    assert 'value="Yusuf"' in page.html
    assert town.invitations.records == {}


async def test_the_qr_on_the_screen_works_ten_minutes_and_tells_how_far_it_came(
    anneke: Colleague, town: FakeTenantStore, clock: Hands
) -> None:
    page = await anneke.sends("/waterveen/invite", **FORM, way="office")
    assert "used by nobody yet" in page.text
    assert "10:00" in page.text
    assert "https://t.me/WaterveenWegwijsBot?start=secret-invitation-0" in page.text
    at = "/waterveen/invitations/invitation-0/state"
    record = town.invitations.records["invitation-0"]
    assert '"nobody"' in (await anneke.opens(at)).html
    town.invitations.records[record.id] = replace(record, opened_at=NOW)
    assert '"opened"' in (await anneke.opens(at)).html
    clock.forward(minutes=10)
    assert '"ended"' in (await anneke.opens(at)).html
    town.invitations.records[record.id] = replace(record, used_by="link-new")
    town.persons.records[record.person] = replace(town.persons.records[record.person], channel="linked")
    assert '"linked"' in (await anneke.opens(at)).html


async def test_without_script_the_same_qr_is_drawn_again_with_its_state(
    anneke: Colleague, town: FakeTenantStore, clock: Hands
) -> None:
    page = await anneke.sends("/waterveen/invite", **FORM, way="office")
    clock.forward(minutes=4)
    record = town.invitations.records["invitation-0"]
    town.invitations.records[record.id] = replace(record, opened_at=NOW)
    again = await anneke.sends("/waterveen/invite/qr", secret=hidden(page, "secret"))
    assert "opened" in again.text
    assert "6:00" in again.text


async def test_a_letter_holds_both_languages_code_link_and_phrase(anneke: Colleague) -> None:
    page = await anneke.sends("/waterveen/invite", **FORM, way="letter")
    assert 'lang="nl" dir="ltr"' in page.html
    assert 'lang="ar" dir="rtl"' in page.html
    assert page.text.count("ABCDE-FGH23") == 3
    assert "https://t.me/WaterveenWegwijsBot?start=secret-invitation-0" in page.text
    assert "[ar] This is the right chat if it says: Wegwijs." in page.text
    assert "[nl] Dear Yusuf," in page.text
    assert "The code works until 2026-12-07." in page.text


async def test_a_letter_tells_nothing_of_the_case(anneke: Colleague) -> None:
    page = await anneke.sends("/waterveen/invite", **FORM, way="letter")
    assert "WV-0009" not in page.text
    assert "B1" not in page.text


async def test_a_letter_works_fourteen_days_by_default(anneke: Colleague, town: FakeTenantStore) -> None:
    await anneke.sends("/waterveen/invite", **FORM, way="letter")
    assert town.invitations.records["invitation-0"].expires == NOW + timedelta(days=14)


async def test_a_batch_is_one_page_with_a_letter_each(anneke: Colleague) -> None:
    page = await anneke.sends(
        "/waterveen/invite/table", table="WV-0002; Filmon; 1990; ti\nWV-0009; Yusuf; 1991; ar"
    )
    assert page.html.count('<article class="letter"') == 2
    assert "2 letters" in page.text


async def test_the_lessons_of_whoever_is_invited_are_read_soon(
    anneke: Colleague, town: FakeTenantStore, cases: FakeCases
) -> None:
    cases.known["WV-0009"] = replace(cases.known["WV-0009"], groups=("g-new",))
    await anneke.sends("/waterveen/invite", **FORM, way="office")
    assert town.hints.kept == [Hint(group="g-new")]


async def test_one_unknown_case_and_nobody_of_the_batch_is_invited(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    page = await anneke.sends(
        "/waterveen/invite/table", table="WV-0002; Filmon; 1990; ti\nWV-9999; Yusuf; 1991; ar"
    )
    assert "Nothing was applied. Line 2: no such case here: WV-9999" in page.text
    assert town.invitations.records == {}


async def test_letters_for_a_selection_ask_for_the_birth_years(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    page = await anneke.opens("/waterveen/letters?person=samira&person=elif&person=unknown")
    assert "Samira WV-0001" in page.text
    fields = [("person", "samira"), ("person", "elif"), ("year-samira", "1989"), ("year-elif", "")]
    wrong = await anneke.sends("/waterveen/letters", fields)
    assert "Nothing was made" in wrong.text
    assert town.invitations.records == {}
    made = await anneke.sends("/waterveen/letters", [*fields[:3], ("year-elif", "2007")])
    assert made.html.count('<article class="letter"') == 2


async def test_a_first_name_is_text_and_never_html(anneke: Colleague) -> None:
    page = await anneke.sends("/waterveen/invite", **{**FORM, "first_name": "<b>Y</b>"}, way="letter")
    assert "<b>Y</b>" not in page.html


def test_a_code_is_written_in_two_groups() -> None:
    assert code_in_groups("ABCDEFGH23") == "ABCDE-FGH23"


def test_a_qr_code_has_no_inline_style(deps: ConsoleDeps) -> None:
    assert "style" not in qr_svg(deps.deep_link("Bot", "secret"))
