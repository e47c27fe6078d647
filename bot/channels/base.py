"""What a channel must do: show views, and turn what comes in into events. Telegram is the first one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """A button that carries its own place (`screen/event/arg`); the channel adds the MAC."""

    label: str
    screen: str
    event: str
    arg: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A finished message in one language: plain text (no markup), rows of buttons, and its protection."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    protected: bool = False
    rtl: bool = False
