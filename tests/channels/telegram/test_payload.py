from __future__ import annotations

from bot.channels.base import Button, View
from bot.channels.telegram.payload import edited_message, new_message
from tests.channels.telegram.fakes import CALLBACKS, HOME

DATA = CALLBACKS.encode(Button("📚 Lessons", "lessons.week", "open"), "link-7")


def test_a_message_is_plain_text_without_previews() -> None:
    assert new_message(7, HOME, CALLBACKS, "link-7", protected=False) == {
        "chat_id": 7,
        "text": "Home",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": [[{"text": "📚 Lessons", "callback_data": DATA}]]},
    }


def test_a_protected_entry_or_view_is_sent_protected() -> None:
    assert new_message(7, HOME, CALLBACKS, "link-7", protected=True)["protect_content"] is True
    secret = View("x", protected=True)
    assert new_message(7, secret, CALLBACKS, "link-7", protected=False)["protect_content"] is True


def test_an_edit_without_buttons_takes_the_old_ones_away() -> None:
    payload = edited_message(7, 5, View("<b>*x*", rows=((),)), CALLBACKS, "link-7")

    assert payload == {
        "chat_id": 7,
        "message_id": 5,
        "text": "<b>*x*",
        "link_preview_options": {"is_disabled": True},
    }


def test_an_endless_text_is_cut_where_telegram_would_refuse_it() -> None:
    text = new_message(7, View("ب" * 5000), CALLBACKS, "link-7", protected=False)["text"]

    assert len(text) == 4096
    assert text.endswith("…")
