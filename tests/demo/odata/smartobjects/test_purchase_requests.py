from __future__ import annotations

from k2bench.demo.odata.smartobjects.purchase_requests import PURCHASE_REQUESTS
from k2bench.demo.odata.temporal import parse_instant
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(PURCHASE_REQUESTS, 500)
    assert len(rows) == 2400
    assert rows == filled(PURCHASE_REQUESTS, 500)


def test_it_holds_what_is_hard_to_show() -> None:
    rows = filled(PURCHASE_REQUESTS)
    assert min(row["Request_Number"] for row in rows) > 2**53
    assert max(len(row["Description"] or "") for row in rows) > 20_000
    offsets = {row["Requested_On"][19:].lstrip(".0123456789") for row in rows}
    assert {"Z", "+05:30", "-03:30"} <= offsets
    for name in ("Approved", "Needed_By", "Description", "Supplier_Code"):
        assert any(row[name] is None for row in rows)
    assert any(row["Amount"] % 100 for row in rows)
    assert not all(row["Title"].isascii() for row in rows)


def test_the_utc_integers_are_those_of_the_texts() -> None:
    for row in filled(PURCHASE_REQUESTS)[:200]:
        assert parse_instant(row["Requested_On"]).utc == row["Requested_On__utc"]
