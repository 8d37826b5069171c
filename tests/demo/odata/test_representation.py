from __future__ import annotations

import pytest

from k2bench.demo.odata.representation import (
    Representation,
    choose_representation,
    preferred_page_size,
)
from tests.demo.running import RunningTenant


def test_format_wins_over_accept() -> None:
    assert choose_representation("*/*", None) == Representation()
    accept = "application/json; odata.metadata=none; IEEE754Compatible=true"
    assert choose_representation(accept, None) == Representation(True, False)
    assert choose_representation(accept, "json") == Representation()


@pytest.mark.parametrize(
    ("prefer", "size"),
    [("", 1000), ("odata.maxpagesize=50", 50), ("maxpagesize=5, x", 5), ("maxpagesize=0", 1),
     ("odata.maxpagesize=5000", 1000), ("maxpagesize=x", 1000)],
)  # fmt: skip
def test_page_sizes(prefer: str, size: int) -> None:
    assert preferred_page_size(prefer, 1000) == size


def test_on_the_wire(tenant: RunningTenant) -> None:
    accept = "application/json;odata.metadata=none;IEEE754Compatible=true"
    answer = tenant.odata("EmployeeSample?$top=1", headers={"Accept": accept})
    assert "@odata.context" not in answer.json()
    assert answer.json()["value"][0]["ID"] == "1"
    assert "IEEE754Compatible=true" in answer.headers["content-type"]
