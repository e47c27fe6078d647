"""The commands of the menu, in the order in which it shows them; `/start` stands in no menu."""

from __future__ import annotations

COMMANDS = ("today", "help", "language", "privacy", "hide", "stop")
