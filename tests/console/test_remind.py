"""Reminders: who, text, preview, send once, take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.console.reminders import leaves_at
from bot.schools import campaigns
from bot.store.records import Delivery, DeliveryState
from tests.clocks import NOW
from tests.console.colleague import Colleague, hidden
from tests.console.conftest import SignsIn
from tests.console.fakes import FakeTenantStore

WHO = [("person", id) for id in ("samira", "filmon", "elif", "karim", "mehmet", "rahel")]
TEXT = {"template": "bring-id", "date": "2026-12-03"}
CAMPAIGN = "campaign-of-this-form"


async def test_a_template_shows_its_fields(anneke: Colleague) -> None:
    page = await anneke.opens("/waterveen/remind?person=samira&template=bring-id")
    assert 'name="date"' in page.html
    assert "town hall" in page.text
    assert "(optional)" in page.text


async def test_the_preview_counts_languages_levels_and_reasons(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    town.links.records["link-elif"] = replace(town.links.records["link-elif"], level="L0")
    page = (await anneke.asks("/waterveen/remind/preview", WHO, **TEXT)).text
    assert "Reaches 4 of 6: 1 never linked, 1 stopped" in page
    assert "Letters for these 2" in page
    assert (
        "Turkish 1 L0 signal only · 1 [tr] signal L1 day, time, place · 0 [tr L1] bring-id 2026-12-03" in page
    )
    assert "Dari (as Persian) 1" in page


async def test_the_dutch_text_is_shown_even_where_nobody_reads_it(anneke: Colleague) -> None:
    assert "[nl L1] bring-id" in (await anneke.asks("/waterveen/remind/preview", WHO, **TEXT)).text


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("balie", "Arabic, L1: more than 40 words"),
        ("bibliotheek", "Arabic, L1: a word that no message may contain: asylum*"),
    ],
)
async def test_a_text_that_may_not_be_sent_is_blocked_and_the_place_named(
    anneke: Colleague, town: FakeTenantStore, place: str, said: str
) -> None:
    page = await anneke.asks("/waterveen/remind/preview", WHO[:1], **TEXT, place=place)
    assert said in page.text
    assert "📨" not in page.text
    sent = await anneke.sends(
        "/waterveen/remind", WHO[:1], **TEXT, place=place, campaign=CAMPAIGN, when="now"
    )
    assert sent.status == 422
    assert town.campaigns.records == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"date": ""},
        {"date": "3-12-2026"},
        {"date": "2026-12-03", "time": "25:00"},
        {"date": "2026-12-03", "place": "elsewhere"},
    ],
)
async def test_a_wrong_field_leads_back_to_the_form(anneke: Colleague, wrong: dict[str, str]) -> None:
    page = await anneke.asks("/waterveen/remind/preview", WHO, template="bring-id", **wrong)
    assert page.status == 422
    assert "A field is missing or wrong. Nothing was sent." in page.text


async def test_a_reminder_leaves_after_sixty_seconds(anneke: Colleague, town: FakeTenantStore) -> None:
    page = await anneke.sends_and_follows("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    assert "Leaves in 60 s" in page.text
    assert town.jobs.planned[("campaign", CAMPAIGN)].at == NOW + timedelta(seconds=60)
    assert "4 planned" in page.text
    assert "2 failed" in page.text


async def test_a_double_click_a_reload_and_back_are_one_send(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    form = hidden(await anneke.asks("/waterveen/remind/preview", WHO, **TEXT), "campaign")
    for _ in range(3):
        seen = await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=form, when="now")
        assert seen.location == f"/waterveen/sent/{form}"
    assert list(town.campaigns.records) == [form]
    town.jobs.take("campaign", form)
    await campaigns.leave(town, form, NOW)
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=form, when="now")
    assert town.jobs.planned == {}


async def test_taken_back_nothing_leaves(anneke: Colleague, town: FakeTenantStore) -> None:
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    page = await anneke.sends_and_follows(f"/waterveen/sent/{CAMPAIGN}/undo")
    assert "Taken back. Nothing has left." in page.text
    assert town.jobs.planned == {}
    assert await campaigns.leave(town, CAMPAIGN, NOW) == "gone"


async def test_what_the_scheduler_already_holds_is_too_late(anneke: Colleague, town: FakeTenantStore) -> None:
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    town.jobs.take("campaign", CAMPAIGN)
    assert "already left" in (await anneke.sends_and_follows(f"/waterveen/sent/{CAMPAIGN}/undo")).text


async def test_a_form_that_was_taken_back_is_not_sent_by_going_back(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    await anneke.sends(f"/waterveen/sent/{CAMPAIGN}/undo")
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    assert town.jobs.planned == {}


def _crowd(town: FakeTenantStore) -> list[tuple[str, str]]:
    for n in range(26):
        town.persons.records[f"p{n}"] = replace(
            town.persons.records["samira"], id=f"p{n}", case_number=f"C-{n}"
        )
    return [("person", f"p{n}") for n in range(26)]


async def test_more_than_25_people_need_a_colleague(anneke: Colleague, town: FakeTenantStore) -> None:
    page = await anneke.sends("/waterveen/remind", _crowd(town), **TEXT, campaign=CAMPAIGN, when="now")
    assert "A colleague must agree: ask an administrator" in page.text
    assert town.campaigns.records == {}


async def test_an_administrator_sends_to_more_than_25(signs_in: SignsIn, town: FakeTenantStore) -> None:
    nadia = await signs_in("nadia")
    seen = await nadia.sends("/waterveen/remind", _crowd(town), **TEXT, campaign=CAMPAIGN, when="now")
    assert seen.status == 303


async def test_a_reminder_that_reaches_nobody_is_not_sent(anneke: Colleague) -> None:
    page = await anneke.sends(
        "/waterveen/remind", [("person", "rahel")], **TEXT, campaign=CAMPAIGN, when="now"
    )
    assert "Nobody is reached. Print letters instead." in page.text


async def test_those_who_are_not_reached_get_a_letter_in_dutch_and_their_language(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    page = await anneke.sends("/waterveen/remind/letters", WHO, **TEXT)
    assert page.html.count('<article class="letter"') == 2
    assert "[nl L2] bring-id" in page.text
    assert "[ti L2] bring-id" in page.text
    assert town.audit.of("rahel") == ["reminder_letter"]


@pytest.mark.parametrize(
    ("when", "moment", "expected"),
    [
        ("now", "", NOW + timedelta(seconds=60)),
        ("evening", "", datetime(2026, 12, 2, 18, tzinfo=UTC)),
        ("moment", "2026-11-24T09:30", datetime(2026, 11, 24, 8, 30, tzinfo=UTC)),
        ("moment", "2026-11-23T08:10", NOW + timedelta(seconds=60)),
        ("moment", "2026-11-22T09:30", None),
        ("moment", "", None),
        ("moment", "2026-11-24T09:30+05:00", None),
    ],
)
def test_when_it_leaves(when: str, moment: str, expected: datetime | None) -> None:
    assert leaves_at(when, moment, {"date": "2026-12-03"}, NOW) == expected


def test_an_evening_before_that_is_past_is_refused() -> None:
    assert leaves_at("evening", "", {"date": "2026-11-23"}, NOW) is None


def test_without_a_date_there_is_no_evening_before() -> None:
    assert leaves_at("evening", "", {}, NOW) is None


async def test_the_states_are_live_with_names_and_reasons(anneke: Colleague, town: FakeTenantStore) -> None:
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    await campaigns.leave(town, CAMPAIGN, NOW)
    item = campaigns.item(CAMPAIGN)
    await town.deliveries.record(Delivery(item, "samira", 1, DeliveryState.UNDERSTOOD, NOW))
    await town.deliveries.record(Delivery(item, "filmon", 1, DeliveryState.SEEN, NOW))
    await town.deliveries.record(Delivery(item, "elif", 1, DeliveryState.FAILED, NOW, "blocked"))
    page = await anneke.opens(f"/waterveen/sent/{CAMPAIGN}")
    assert "1 planned 0 sent 1 seen 1 understood 3 failed 0 handed over" in page.text
    assert "Elif WV-0005 failed blocked the bot" in page.text
    assert 'title="tapped a button; Telegram tells nothing about reading"' in page.html
    assert "Undo" not in page.text


async def test_a_printed_letter_hands_over_and_leaves_the_list(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    await campaigns.leave(town, CAMPAIGN, NOW)
    page = await anneke.opens("/waterveen/unreachable")
    assert "Mehmet WV-0004 stopped" in page.text
    page = await anneke.sends_and_follows("/waterveen/unreachable/mehmet", way="letter")
    assert "Mehmet" not in page.text
    assert "1 handed over" in (await anneke.opens(f"/waterveen/sent/{CAMPAIGN}")).text


async def test_who_blocked_the_bot_stands_in_the_list_until_letters_are_agreed(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    town.persons.records["karim"] = replace(town.persons.records["karim"], channel="blocked")
    await town.alarms.raise_("unreachable", "karim")
    assert "Karim WV-0006 blocked the bot · since" in (await anneke.opens("/waterveen/unreachable")).text
    page = await anneke.sends_and_follows("/waterveen/unreachable/karim", way="called")
    assert "Everybody can be reached." in page.text
    assert town.alarms.open() == []


async def test_every_reminder_stands_in_the_audit_log_of_each_person(
    anneke: Colleague, town: FakeTenantStore
) -> None:
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    assert town.audit.of("samira") == ["reminder_planned"]


async def test_the_list_of_reminders_says_taken_back(anneke: Colleague) -> None:
    await anneke.sends("/waterveen/remind", WHO, **TEXT, campaign=CAMPAIGN, when="now")
    await anneke.sends(f"/waterveen/sent/{CAMPAIGN}/undo")
    assert "Bring ID card taken back" in (await anneke.opens("/waterveen/sent")).text
