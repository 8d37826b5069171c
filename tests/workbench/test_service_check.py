import json
from typing import Any

import pytest

from k2bench.auth.lights import Light
from k2bench.core.problem import Problem, ProblemKind
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseBody, ResponseSnapshot, SentRequest
from k2bench.workbench.sending import Answer
from k2bench.workbench.service_check import LARGEST, entity_sets, service_lamp


def snapshot(
    body: bytes, media_type: str = "application/json", status: int = 200
) -> ResponseSnapshot:
    return ResponseSnapshot(
        RequestSpec("GET", "https://h/api/odatav4/v4/"),
        SentRequest("GET", ""),
        status,
        headers=(("Content-Type", media_type),),
        body=ResponseBody(body),
    )


V4 = {
    "@odata.context": "x",
    "value": [{"name": "A", "url": "A"}, {"name": "B", "kind": "EntitySet"}],
}
XML = (
    b'<service xmlns="http://www.w3.org/2007/app"><workspace><collection href="A">'
    b"</collection></workspace></service>"
)


@pytest.mark.parametrize(
    ("document", "count"),
    [
        (V4, 2),
        ({"value": []}, 0),
        ({"value": [{"name": "f", "kind": "FunctionImport"}]}, 0),
        ({"d": {"EntitySets": ["A", "B", "C"]}}, 3),
        ({"value": {}}, None),
        ({"d": 7}, None),
        ({}, None),
        ([], None),
    ],
)
def test_entity_sets_are_counted(document: Any, count: int | None) -> None:
    assert entity_sets(snapshot(json.dumps(document).encode())) == count


@pytest.mark.parametrize(
    ("body", "media_type", "count"),
    [
        (XML, "application/xml", 1),
        (b"<?xml version='1.0'?><x/>", "application/xml", None),
        (b"<!DOCTYPE html>service", "text/html", None),
        (b"{", "application/json", None),
        (b"[" * 100_000, "application/json", None),
        (b"\xff", "application/json", None),
        (b" " * (LARGEST + 1), "application/json", None),
    ],
)
def test_other_bodies_are_survived(body: bytes, media_type: str, count: int | None) -> None:
    assert entity_sets(snapshot(body, media_type)) == count


def lamp(body: bytes, media_type: str = "application/json", problem: Problem | None = None) -> Any:
    return service_lamp(Answer(snapshot(body, media_type), (), "OData", problem))


def test_the_lights() -> None:
    assert lamp(json.dumps(V4).encode()).light is Light.GREEN
    empty = lamp(b'{"value": []}')
    assert empty.light is Light.YELLOW
    assert "Management > Integration > APIs" in empty.why
    page = lamp(b"<html>", "text/html")
    assert page.light is Light.RED
    assert "web page" in page.why
    refused = lamp(b"", problem=Problem(ProblemKind.REFUSED, "403"))
    assert refused.problem is not None
    assert refused.problem.title == "403"
