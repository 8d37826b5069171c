"""The plain ways do what they are compared for: show, sort and filter the same rows."""

from __future__ import annotations

from tests.bench.body_stage import mapped
from tests.bench.plain_ways import Cost, PlainTable, _rows_of


def test_the_plain_table_shows_sorts_and_filters(qapp: object) -> None:
    table = PlainTable()
    table.open(mapped(50))
    assert table.proxy.rowCount() == 50
    table.sort()
    column = table.model.names.index("LastName")
    names = [table.proxy.index(row, column).data() for row in range(50)]
    assert names == sorted(names)
    assert names != [table.model.index(row, column).data() for row in range(50)]
    table.filter()
    assert 0 < table.proxy.rowCount() < 50
    table.view.close()


def test_ours_is_told_in_units_of_the_plain_way() -> None:
    rows = _rows_of("5 MB: table", Cost(0.01, 0.005, 2), Cost(0.1, 0.01, 20))
    assert [(row.what, round(row.measured, 3)) for row in rows] == [
        ("5 MB: table, time", 0.1),
        ("5 MB: table, stall", 0.5),
        ("5 MB: table, memory", 0.1),
    ]
    assert rows[0].baseline == "ours 10 ms, plain 100 ms"
