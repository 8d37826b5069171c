from decimal import Decimal

import pytest

from k2bench.content.chart import reading
from k2bench.content.chart.reading import batches
from tests.content.chart.charted import table_of


def values(text: str, *names: str | None) -> list[tuple[object, ...]]:
    return [row for batch in batches(table_of(text).rows, names) for row in batch]


def test_numbers_are_exact_and_missing_is_none() -> None:
    text = '[{"a":1.10,"b":null},{"a":123456789012345678901234},{"b":"x"}]'
    assert values(text, "a", "b", None) == [
        (Decimal("1.10"), None, None),
        (123456789012345678901234, None, None),
        (None, "x", None),
    ]


def test_one_column_twice() -> None:
    assert values('[{"a":1}]', "a", "a") == [(1, 1)]


@pytest.mark.parametrize("name", ["a", 'q"uote', "back\\slash", ""])
def test_what_a_parser_refuses_is_read_row_by_row(name: str) -> None:
    import json

    key = json.dumps(name)
    text = f"[{{{key}:1.10}},{{{key}:NaN}},{{{key}:{'9' * 500}}},{{{key}:1e9999999999999999999}}]"
    found = [row[0] for row in values(text, name)]
    assert Decimal(str(found[0])) == Decimal("1.10")
    assert found[1] != found[1] or name != "a"
    assert str(found[2]) == "9" * 500
    assert len(found) == 4


def test_rows_that_are_no_objects() -> None:
    assert values('[{"a":1},7,"x"]', "(value)") == [(None,), ("7",), ("x",)]


def test_batches_are_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BATCH", 100)
    text = "[" + ",".join(f'{{"a":{i}}}' for i in range(100)) + "]"
    found = list(batches(table_of(text).rows, ["a"]))
    assert len(found) > 5
    assert [row[0] for batch in found for row in batch] == list(range(100))
