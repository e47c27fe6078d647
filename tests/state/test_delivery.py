"""The life cycles of a link and of a delivery."""

from __future__ import annotations

import pytest

from bot.state.delivery import DELIVERY, LINK
from bot.store.records import DeliveryState, LinkState


def test_the_states_are_those_that_are_stored() -> None:
    assert set(DELIVERY.states) == {state.value for state in DeliveryState}
    assert set(LINK.states) == {state.value for state in LinkState}


@pytest.mark.parametrize(
    ("state", "event", "then"),
    [
        ("planned", "take", "sending"),
        ("sending", "arrive", "sent"),
        ("sent", "tap", "seen"),
        ("seen", "acknowledge", "understood"),
        ("sent", "replace", "superseded"),
        ("failed", "hand_over", "handed_over"),
    ],
)
def test_a_delivery_moves_on(state: str, event: str, then: str) -> None:
    assert DELIVERY.after(state, event) == then


@pytest.mark.parametrize(
    ("state", "event"), [("understood", "tap"), ("superseded", "arrive"), ("sent", "nonsense")]
)
def test_a_delivery_never_moves_back(state: str, event: str) -> None:
    assert DELIVERY.after(state, event) is None


def test_nothing_follows_the_end_of_a_link() -> None:
    assert all(LINK.after("ended", event) is None for event, _, _ in LINK.moves)


def test_every_link_can_end() -> None:
    assert all(LINK.after(state, "end") == "ended" for state in LINK.states if state != "ended")
