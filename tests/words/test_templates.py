"""Reminder templates for the console come from the catalogue."""

from __future__ import annotations

from datetime import date

from bot.state.values import Day, Weekday
from bot.words.bidi import bare
from bot.words.catalogues import Catalogues
from bot.words.say import speaker
from bot.words.templates import templates


def test_each_template_names_its_fields(catalogues: Catalogues) -> None:
    found = {template.key: template for template in templates(catalogues, "nl")}
    bring = found["template-bring-id"]
    assert bring.title == "Identiteitskaart meenemen"
    assert bring.needs == {"weekday", "date"}
    assert bring.fields == {"weekday", "date", "from", "place"}


def test_its_values_fill_the_reminder(catalogues: Catalogues) -> None:
    bring = next(t for t in templates(catalogues, "en") if t.key == "template-bring-id")
    values = bring.values({"weekday": Weekday(4), "date": Day(date(2026, 12, 3))})
    words = speaker(catalogues, "en", free=False)
    assert (
        bare(words.message("push-reminder", values) or "") == "📅 Bring your ID card on Thursday 3 December."
    )
    assert words.message("push-reminder--full", values)
