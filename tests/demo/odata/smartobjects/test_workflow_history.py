from __future__ import annotations

from k2bench.demo.odata.smartobjects.workflow_history import WORKFLOW_HISTORY
from k2bench.demo.odata.temporal import parse_instant
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(WORKFLOW_HISTORY, 500)
    assert len(rows) == 500
    assert rows == filled(WORKFLOW_HISTORY, 500)


def test_any_size_starts_with_the_same_rows() -> None:
    assert filled(WORKFLOW_HISTORY, 100) == filled(WORKFLOW_HISTORY, 500)[:100]
    assert filled(WORKFLOW_HISTORY, 0) == []
    assert len(filled(WORKFLOW_HISTORY, 1)) == 1


def test_the_utc_integers_are_those_of_the_texts() -> None:
    rows = filled(WORKFLOW_HISTORY, 500)
    for row in rows:
        for name in ("Start_Date", "Finish_Date"):
            if row[name] is not None:
                assert parse_instant(row[name]).utc == row[f"{name}__utc"]
    assert {row["Status"] for row in rows} == {"Active", "Error", "Completed"}
    assert len({row["Workflow"] for row in rows}) == 4
    assert all((row["Finish_Date"] is None) == (row["Status"] == "Active") for row in rows)
