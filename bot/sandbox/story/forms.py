"""The forms of a page, as a browser without script sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

Attrs = Sequence[tuple[str, str | None]]
Values = Mapping[str, str | Sequence[str]]
_SINGLE = frozenset({"checkbox", "radio"})


@dataclass(frozen=True, slots=True)
class Button:
    """A button that sends a form; `action` is its own address, where it has one."""

    label: str
    name: str = ""
    value: str = ""
    action: str = ""


@dataclass
class Form:
    """A form with what stands in it; `choices` are the boxes that may be ticked, by name."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    choices: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)

    def button(self, label: str) -> Button:
        """The button with this in its label; `LookupError` names those that are there."""
        for one in self.buttons:
            if label in one.label:
                return one
        raise LookupError(f"no button {label!r} among {[one.label for one in self.buttons]}")

    def filled(self, values: Values, button: Button | None) -> list[tuple[str, str]]:
        """What is sent: the fields as they stand, except those that are filled in or ticked now."""
        sent = [(name, value) for name, value in self.fields if name not in values]
        for name, value in values.items():
            sent += [(name, value)] if isinstance(value, str) else [(name, one) for one in value]
        return [*sent, (button.name, button.value)] if button and button.name else sent


def read_forms(html: str) -> tuple[Form, ...]:
    """Every form of a page."""
    reader = _Reader()
    reader.feed(html)
    return tuple(reader.forms)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._button: dict[str, str] | None = None
        self._select = ""
        self._option: dict[str, str] | None = None
        self._options: list[tuple[str, bool]] = []
        self._area = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: Attrs) -> None:
        own = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(own.get("action", ""), own.get("method", "get").lower())
            self.forms.append(self._form)
        elif tag == "input" and self._form is not None:
            self._input(self._form, own)
        elif tag == "button":
            self._button, self._text = own, ""
        elif tag == "select":
            self._select, self._options = own.get("name", ""), []
        elif tag == "option":
            self._end_option()
            self._option, self._text = own, ""
        elif tag == "textarea":
            self._area, self._text = own.get("name", ""), ""

    def _input(self, form: Form, own: dict[str, str]) -> None:
        name, value = own.get("name", ""), own.get("value", "")
        if not name or own.get("type") in {"submit", "file"}:
            return
        if own.get("type") in _SINGLE:
            form.choices.append((name, value or "on"))
            if "checked" in own:
                form.fields.append((name, value or "on"))
        else:
            form.fields.append((name, value))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "button":
            self._end_button()
        elif tag == "option":
            self._end_option()
        elif tag == "select":
            self._end_select()
        elif tag == "textarea" and self._form is not None and self._area:
            self._form.fields.append((self._area, self._text))
            self._area = ""

    def _end_button(self) -> None:
        own, self._button = self._button, None
        if own is None or self._form is None or "disabled" in own:
            return
        label = " ".join(self._text.split())
        self._form.buttons.append(
            Button(label, own.get("name", ""), own.get("value", ""), own.get("formaction", ""))
        )

    def _end_option(self) -> None:
        own, self._option = self._option, None
        if own is not None:
            self._options.append((own.get("value", self._text.strip()), "selected" in own))

    def _end_select(self) -> None:
        self._end_option()
        chosen = next(
            (value for value, on in self._options if on), self._options[0][0] if self._options else ""
        )
        if self._form is not None and self._select:
            self._form.fields.append((self._select, chosen))

    def handle_data(self, data: str) -> None:
        self._text += data
