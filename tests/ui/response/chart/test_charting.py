from collections.abc import Generator

from k2bench.apis.view import TableView
from k2bench.content.json_members import at_once
from k2bench.ui.response.chart.charting import Chartable, chartable


def run(body: bytes, asked: TableView = TableView()) -> tuple[Chartable, list[str]]:  # noqa: B008
    loaded: list[str] = []

    def load() -> Generator[None, None, None]:
        loaded.append("loaded")
        yield

    return at_once(chartable(body, asked, load)), loaded


def test_rows_and_columns() -> None:
    found, loaded = run(b'{"log":[{"a":1}],"rows":[{"ID":"12"}]}', TableView("rows"))
    assert found.rows is not None
    assert found.rows.count == 1
    assert [field.name for field in found.fields] == ["ID"]
    assert loaded


def test_nothing_is_loaded_for_nothing() -> None:
    assert run(b'{"a":1}') == (Chartable(None), [])
    assert run(b"{") == (Chartable(None), [])
