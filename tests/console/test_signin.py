"""Signing in: accounts, limits, sessions, and the form that is still there."""

from __future__ import annotations

from tests.clocks import Hands
from tests.console.colleague import Colleague, hidden
from tests.console.conftest import SignsIn
from tests.console.fakes import FakeStore
from tests.console.town import PASSWORD


async def test_a_caseworker_arrives_on_today_of_the_only_municipality(anneke: Colleague) -> None:
    assert (await anneke.opens("/")).location == "/waterveen/today"


async def test_a_planner_arrives_on_the_timetable(ingrid: Colleague) -> None:
    assert (await ingrid.opens("/")).location == "/waterveen/school"


async def test_somebody_of_two_municipalities_chooses(nadia: Colleague) -> None:
    page = await nadia.opens("/")
    assert page.status == 200
    assert "Waterveen" in page.text
    assert "Heuvelmeer" in page.text


async def test_a_wrong_password_says_what_to_do(stranger: Colleague) -> None:
    page = await stranger.signs_in("wrong")
    assert page.status == 422
    assert "Check both and try again" in page.text


async def test_an_unknown_account_reads_the_same_as_a_wrong_password(stranger: Colleague) -> None:
    stranger.store.staff.records.clear()
    assert "E-mail or password is not right" in (await stranger.signs_in()).text


async def test_the_sixth_try_in_15_minutes_is_refused_even_with_the_right_password(
    stranger: Colleague,
) -> None:
    for _ in range(5):
        await stranger.signs_in("wrong")
    page = await stranger.signs_in()
    assert page.status == 429
    assert page.headers["Retry-After"] == "900"


async def test_after_15_minutes_the_right_password_works_again(stranger: Colleague, clock: Hands) -> None:
    for _ in range(5):
        await stranger.signs_in("wrong")
    clock.forward(minutes=15, seconds=1)
    assert (await stranger.signs_in()).status == 303


async def test_the_cookie_is_for_this_site_and_this_server_only(stranger: Colleague) -> None:
    cookie = (await stranger.signs_in()).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie


async def test_the_store_holds_only_a_hash_of_the_cookie(stranger: Colleague) -> None:
    token = (await stranger.signs_in()).headers["Set-Cookie"].split("=", 1)[1].split(";")[0]
    assert token not in repr(stranger.store.sessions.records)


async def test_after_15_idle_minutes_one_signs_in_again(anneke: Colleague, clock: Hands) -> None:
    clock.forward(minutes=16)
    page = await anneke.opens("/waterveen/people")
    assert page.location == "/signin?next=/waterveen/people"


async def test_somebody_who_works_on_stays_signed_in(anneke: Colleague, clock: Hands) -> None:
    for _ in range(4):
        clock.forward(minutes=10)
        assert (await anneke.opens("/waterveen/today")).status == 200


async def test_after_ten_hours_everybody_signs_in_again(anneke: Colleague, clock: Hands) -> None:
    for _ in range(60):
        clock.forward(minutes=10)
        last = await anneke.opens("/waterveen/today")
    clock.forward(minutes=1)
    last = await anneke.opens("/waterveen/today")
    assert last.status == 303


async def test_signing_in_leads_to_the_page_that_was_asked_for(stranger: Colleague) -> None:
    assert (await stranger.signs_in(next="/waterveen/people")).location == "/waterveen/people"


async def test_signing_in_never_leads_to_another_site(stranger: Colleague) -> None:
    for foreign in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        assert (await stranger.signs_in(next=foreign)).location == "/"


async def test_a_second_browser_of_the_same_account_ends_the_first(signs_in: SignsIn) -> None:
    first = await signs_in("anneke")
    await signs_in("anneke")
    assert (await first.opens("/waterveen/today")).status == 303


async def test_signing_out_ends_the_session(anneke: Colleague, store: FakeStore) -> None:
    await anneke.sends("/signout")
    assert not store.sessions.records
    assert (await anneke.opens("/waterveen/today")).status == 303


async def test_a_half_written_form_is_still_there_after_signing_in_again(
    anneke: Colleague, clock: Hands
) -> None:
    clock.forward(minutes=16)
    away = await anneke.sends("/waterveen/invite/find", case_number="WV-0002")
    assert away.location == "/signin"
    assert (await anneke.signs_in(PASSWORD)).location == "/resume"
    page = await anneke.opens("/resume")
    assert hidden(page, "case_number") == "WV-0002"
    assert 'action="/waterveen/invite/find"' in page.html


async def test_a_kept_form_is_not_given_to_somebody_else(anneke: Colleague, clock: Hands) -> None:
    clock.forward(minutes=16)
    await anneke.sends("/waterveen/invite/find", case_number="WV-0002")
    anneke.name = "ingrid"
    assert (await anneke.signs_in()).location == "/"


async def test_the_language_is_that_of_the_browser_until_one_is_chosen(stranger: Colleague) -> None:
    assert "Sign in with your work account" in (await stranger.opens("/signin")).text
    await stranger.opens("/signin?lang=nl")
    assert "Log in met uw werkaccount" in (await stranger.opens("/signin")).text
