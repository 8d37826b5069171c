from __future__ import annotations

import pytest

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.resource_path import ResourcePath, parse_path


@pytest.mark.parametrize(
    ("raw", "path"),
    [
        ("", ResourcePath("")),
        ("/", ResourcePath("")),
        ("/Set", ResourcePath("Set")),
        ("/Set(5)", ResourcePath("Set", "5")),
        ("/Set('a%2Fb')", ResourcePath("Set", "'a/b'")),
        ("/Set('(x)')/Rest", ResourcePath("Set", "'(x)'", ("Rest",))),
        ("/Set()", ResourcePath("Set", "")),
        ("/Set/A/B", ResourcePath("Set", None, ("A", "B"))),
    ],
)
def test_parts(raw: str, path: ResourcePath) -> None:
    assert parse_path(raw) == path


@pytest.mark.parametrize(("raw", "status"), [("/Set(5", 404), ("/(5)", 404), ("/%zz", 400)])
def test_what_is_refused(raw: str, status: int) -> None:
    with pytest.raises(ODataError) as refusal:
        parse_path(raw)
    assert refusal.value.status == status
