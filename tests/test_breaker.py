"""A breaker leaves a dead service alone, but for four probes a minute."""

from __future__ import annotations

from bot.breaker import Breaker, Probes
from tests.clocks import Hands


def opened(clock: Hands, probes: Probes | None = None) -> Breaker:
    breaker = Breaker(clock, probes=probes)
    for _ in range(5):
        assert breaker.wait() == 0
        breaker.failed()
    return breaker


def test_five_failures_of_the_last_ten_open_it() -> None:
    breaker = Breaker(Hands())
    for failed in (True, True, False, True, True, False, False, False):
        (breaker.failed if failed else breaker.succeeded)()
    assert not breaker.open
    breaker.failed()
    assert breaker.open


def test_four_failures_and_many_successes_leave_it_closed() -> None:
    breaker = Breaker(Hands())
    for number in range(100):
        (breaker.failed if number % 3 == 0 else breaker.succeeded)()
    assert not breaker.open


def test_at_most_four_probes_a_minute_however_many_ask() -> None:
    clock = Hands()
    breaker = opened(clock)
    probes = 0
    for _ in range(600):
        clock.forward(seconds=0.5)
        probes += breaker.wait() == 0
    assert probes == 5 * 4


def test_it_says_how_long_to_wait() -> None:
    clock = Hands()
    breaker = opened(clock)
    clock.forward(seconds=5)
    assert breaker.wait() == 10


def test_an_answer_closes_it() -> None:
    clock = Hands()
    breaker = opened(clock)
    clock.forward(seconds=15)
    assert breaker.wait() == 0
    breaker.succeeded()
    assert [breaker.wait() for _ in range(3)] == [0, 0, 0]


def test_services_behind_one_address_share_their_probes_and_their_recovery() -> None:
    clock, probes = Hands(), Probes()
    first, second = opened(clock, probes), opened(clock, probes)
    clock.forward(seconds=15)
    assert (first.wait(), second.wait()) == (0, 15)
    first.succeeded()
    assert second.wait() == 0


def test_a_service_that_asks_rarely_gets_its_turn_beside_one_that_asks_always() -> None:
    clock, probes = Hands(), Probes()
    busy, rare = opened(clock, probes), opened(clock, probes)
    probed = {"busy": 0, "rare": 0}
    for second in range(600):
        clock.forward(seconds=1)
        probed["busy"] += busy.wait() == 0
        probed["rare"] += second % 60 == 0 and rare.wait() == 0
    assert probed["rare"] >= 3
    assert 10 <= probed["busy"] + probed["rare"] <= 40


def test_a_neighbour_that_works_is_not_held() -> None:
    clock, probes = Hands(), Probes()
    opened(clock, probes)
    assert Breaker(clock, probes=probes).wait() == 0


def test_a_wish_to_wait_is_kept_and_never_shortened() -> None:
    clock = Hands()
    breaker = Breaker(clock)
    breaker.hold(60)
    breaker.hold(5)
    assert breaker.wait() == 60
    clock.forward(seconds=60)
    assert breaker.wait() == 0


def test_it_tells_once_that_it_opened_and_that_it_closed() -> None:
    told: list[bool] = []
    breaker = Breaker(Hands(), told=told.append)
    for _ in range(9):
        breaker.failed()
    breaker.succeeded()
    breaker.succeeded()
    assert told == [True, False]
