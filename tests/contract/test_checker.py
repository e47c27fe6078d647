"""The checker of OpenAPI 3.0 refuses what it should: a check that cannot fail shows nothing."""

from __future__ import annotations

from typing import Any, Final

import pytest

from tests.contract.spec import Exchange, Spec

_ITEM: Final = {
    "type": "object",
    "required": ["url", "naam"],
    "properties": {
        "url": {"type": "string", "format": "uri", "readOnly": True},
        "naam": {"type": "string", "maxLength": 5},
        "geheim": {"type": "string", "writeOnly": True},
        "dag": {"type": "string", "format": "date", "nullable": True},
        "moment": {"type": "string", "format": "date-time"},
        "soort": {"oneOf": [{"$ref": "#/components/schemas/Soort"}, {"enum": [""]}]},
        "deel": {"allOf": [{"$ref": "#/components/schemas/Deel"}], "nullable": True},
        "vrij": {"type": "object", "additionalProperties": True},
    },
}
_EXPAND: Final = {"name": "expand", "in": "query", "schema": {"type": "array", "items": {"enum": ["deel"]}}}
_DING: Final = {"application/json": {"schema": {"$ref": "#/components/schemas/Ding"}}}
SPEC: Final = Spec(
    {
        "openapi": "3.0.3",
        "paths": {
            "/dingen/{uuid}": {
                "get": {
                    "parameters": [
                        {
                            "name": "expand",
                            "in": "query",
                            "schema": {"type": "array", "items": {"enum": ["deel"]}},
                        },
                        {"name": "zaak", "in": "query", "required": True, "schema": {"type": "integer"}},
                    ],
                    "responses": {
                        "200": {
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Ding"}}}
                        },
                        "404": {"content": {}},
                    },
                }
            },
            "/dingen/_zoek": {
                "post": {
                    "parameters": [{"name": "Content-Crs", "in": "header", "required": True, "schema": {}}],
                    "requestBody": {
                        "required": True,
                        "content": _DING,
                    },
                    "responses": {"204": {}},
                }
            },
        },
        "components": {
            "schemas": {
                "Ding": _ITEM,
                "Soort": {"type": "string", "enum": ["a", "b"]},
                "Deel": {"type": "object", "properties": {"x": {"type": "integer"}}},
            }
        },
    }
)
GOOD: Final[dict[str, Any]] = {"url": "https://x.nl/1", "naam": "abc"}


def got(answer: Any, status: int = 200, query: tuple[tuple[str, str], ...] = (("zaak", "1"),)) -> Exchange:
    return Exchange("dingen", "GET", "/dingen/1", query, {}, None, status, {}, answer)


def sent(body: Any, **headers: str) -> Exchange:
    head = headers or {"Content-Crs": "x"}
    return Exchange("dingen", "POST", "/dingen/_zoek", (), head, body, 204, {}, None)


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"dag": None},
        {"dag": "2026-11-23"},
        {"moment": "2026-11-23T10:00:00Z"},
        {"soort": "a"},
        {"soort": ""},
        {"deel": None},
        {"deel": {"x": 1}},
        {"vrij": {"alles": 1}},
    ],
)
def test_an_answer_that_fits(more: dict[str, Any]) -> None:
    assert SPEC.answer_faults(got({**GOOD, **more})) == []


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"naam": None}, "naam: type"),
        ({"naam": "abcdef"}, "naam: maxLength"),
        ({"naam": 7}, "naam: type"),
        ({"dag": "23-11-2026"}, "dag: format"),
        ({"moment": "2026-11-23T10:00:00"}, "moment: format"),
        ({"url": "geen adres"}, "url: format"),
        ({"soort": "c"}, "soort: enum"),
        ({"deel": {"x": "1"}}, "deel.x: type"),
        ({"deel": {"y": 1}}, "deel: unevaluatedProperties"),
        ({"onbekend": 1}, "unevaluatedProperties onbekend"),
        ({"geheim": "x"}, "unevaluatedProperties geheim"),
    ],
)
def test_an_answer_that_does_not_fit(more: dict[str, Any], fault: str) -> None:
    assert any(fault in told for told in SPEC.answer_faults(got({**GOOD, **more})))


def test_what_is_compulsory_and_which_status_is_described() -> None:
    assert SPEC.answer_faults(got({"url": "https://x.nl/1"})) == ["(all of it): required naam"]
    assert SPEC.answer_faults(got(None, 404)) == []
    assert SPEC.answer_faults(got(GOOD, 201)) == ["status 201 is not described"]


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        ((), "query zaak is missing"),
        ((("zaak", "x"),), "query zaak: (all of it): type 'integer'"),
        ((("zaak", "1"), ("anders", "1")), "query anders is not known"),
        ((("zaak", "1"), ("expand", "deel,rest")), "query expand: (all of it): enum ['deel']"),
    ],
)
def test_a_query_that_does_not_fit(query: tuple[tuple[str, str], ...], fault: str) -> None:
    assert fault in SPEC.request_faults(got(GOOD, query=query))


def test_a_request_has_what_is_compulsory_and_nothing_that_is_read_only() -> None:
    assert SPEC.request_faults(sent({"naam": "abc", "geheim": "x"})) == []
    assert SPEC.request_faults(sent({"naam": "abc", "url": "https://x.nl/1"})) == [
        "(all of it): unevaluatedProperties url"
    ]
    assert SPEC.request_faults(sent(None)) == ["a body is missing"]
    assert SPEC.request_faults(sent({"naam": "abc"}, Accept="x")) == ["header Content-Crs is missing"]


def test_an_operation_that_is_not_there() -> None:
    assert SPEC.request_faults(Exchange("dingen", "DELETE", "/dingen/1", (), {}, None, 204, {}, None)) == [
        "no such operation"
    ]


def test_a_fault_never_shows_the_value() -> None:
    told = SPEC.answer_faults(got({**GOOD, "naam": "999993653"}))
    assert "999993653" not in str(told)
