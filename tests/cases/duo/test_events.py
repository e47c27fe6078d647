"""Every event that DUO names has its reaction, as the table of the domain says (domain §2.1)."""

from __future__ import annotations

import pytest

from bot.cases.duo.events import REACTIONS, Resource, Standing
from bot.cases.news import NewsKind
from tests.cases.duo.official import folder, official, shapes


def test_the_stand_in_is_what_the_official_files_say() -> None:
    files = folder()
    if files is None:
        pytest.skip("DUO's files are not here (shared/case-api/duo): the stand-in is used unchecked.")
    assert official(files) == shapes()


def test_every_code_of_the_files_has_a_reaction_and_no_other_has_one() -> None:
    assert sorted(REACTIONS) == shapes()["codes"]


@pytest.mark.parametrize("code", REACTIONS)
def test_a_code_either_leads_to_something_or_says_why_it_does_not(code: str) -> None:
    found = REACTIONS[code]
    leads = bool(found.reads or found.standing or found.news or found.handover)
    assert leads is not bool(found.ignored)


def codes(**wanted: object) -> set[str]:
    return {
        code for code, found in REACTIONS.items() if all(getattr(found, k) == v for k, v in wanted.items())
    }


def test_death_and_withdrawal_stop_everything() -> None:
    assert codes(standing=Standing.STOPPED) == {"SS110", "SS111"}


def test_a_temporary_exemption_pauses_and_its_end_resumes() -> None:
    assert codes(standing=Standing.PAUSED) == {"SS109"}
    assert {"SS129", "SS130"} <= codes(standing=Standing.OBLIGED)


def test_what_is_announced_on_the_phone_is_five_codes() -> None:
    assert codes(news=NewsKind.TERM) == {"SS103", "SS104", "SS113"}
    assert codes(news=NewsKind.RESULT) == {"SS199"}
    assert codes(news=NewsKind.PAUSE) == {"SS109"}
    assert codes(news=NewsKind.COMPLETED) == {"SS106"}


@pytest.mark.parametrize("code", ["SS107", "SS108", "SS114", "SS118", "SS131"])
def test_nothing_about_health_or_a_test_is_announced(code: str) -> None:
    assert REACTIONS[code].news is None


def test_a_started_or_changed_term_is_read_again() -> None:
    assert all(Resource.TERM in REACTIONS[code].reads for code in ("SS102", "SS103", "SS104", "SS130"))


def test_moving_in_is_told_to_a_colleague() -> None:
    assert codes(handover=True) == {"SS120", "SS121"}
