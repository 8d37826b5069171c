"""Answers for the tests of the response pane."""

import json
from typing import Any

from k2bench.apis import kind_of
from k2bench.apis.kind import Context
from k2bench.apis.view import View
from k2bench.core.environment import Environment
from k2bench.core.request import RequestSpec
from k2bench.core.response import (
    ResponseBody,
    ResponseSnapshot,
    SentRequest,
    Sizes,
    Timings,
)

URL = "https://contoso.onk2.com/api/odatav4/v4/EmployeeSample"


def snapshot(
    body: bytes, media_type: str = "application/json", status: int = 200, **more: Any
) -> ResponseSnapshot:
    """An answer with that body."""
    return ResponseSnapshot(
        RequestSpec("GET", URL),
        SentRequest("GET", URL, (("Accept", "*/*"), ("Authorization", "Bearer ****"))),
        status,
        headers=(("Content-Type", media_type), ("Set-Cookie", "sid=abc; Path=/")),
        http_version="HTTP/1.1",
        body=ResponseBody(body),
        timings=Timings(0.01, 0.02, 0.001, 0.1, 0.012, 0.143),
        sizes=Sizes(len(body), len(body)),
        **more,
    )


def views_of(answer: ResponseSnapshot) -> tuple[View, ...]:
    """As the best kind of API would show it."""
    return kind_of(answer).views(answer, Context(Environment("", "")))


def odata(count: int, **more: Any) -> bytes:
    """An OData page of so many rows."""
    rows = [
        {"ID": i, "Name": f"Name {i % 7}", "Salary": i * 1.5, "Active": i % 2 == 0, "Boss": None}
        for i in range(count)
    ]
    return json.dumps({"@odata.context": "c", "value": rows, **more}).encode()
