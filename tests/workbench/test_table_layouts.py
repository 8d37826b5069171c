from pathlib import Path

import pytest

from k2bench.core.redaction import Redactor
from k2bench.core.secret import Secret
from k2bench.store.settings import Settings
from k2bench.workbench import table_layouts
from k2bench.workbench.table_layouts import TableLayout, TableLayouts, table_key

URL = "https://contoso.onk2.com/api/odatav4/v4/EmployeeSample"
LAYOUT = TableLayout({"a": 30.5}, ("b", "a"), ("c",), ("b",))


def settings(folder: Path) -> Settings:
    return Settings(folder, lambda problem: pytest.fail(problem.title))


@pytest.mark.parametrize(
    "url",
    [
        URL,
        URL + "?$filter=a%20eq%201",
        URL + "(12)",
        URL + "(Key='a b')?$select=a",
        URL + "/",
        URL.replace("https://contoso", "HTTPS://user:pass@CONTOSO"),
    ],
)
def test_one_entity_set_has_one_key(url: str) -> None:
    assert table_key(url) == URL


def test_other_keys() -> None:
    assert table_key(URL, "log") == URL + "#log"
    assert table_key(URL + "/Sub") != table_key(URL)
    assert table_key("http://[::1") == "http://[::1"
    assert table_key("") == "://"


def test_it_is_there_at_the_next_start(tmp_path: Path) -> None:
    kept = settings(tmp_path)
    layouts = TableLayouts(kept)
    layouts.put(URL, LAYOUT)
    assert layouts.get(URL) == LAYOUT
    kept.save()
    again = TableLayouts(settings(tmp_path))
    assert again.get(URL) == LAYOUT
    assert again.get("other") == TableLayout()
    again.put(URL, TableLayout())
    assert again.get(URL) == TableLayout()


def test_the_tables_used_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_layouts, "MOST_TABLES", 2)
    layouts = TableLayouts()
    for key in ("a", "b", "a", "c"):
        layouts.put(key, LAYOUT)
    assert [layouts.get(key) == LAYOUT for key in "abc"] == [True, False, True]


def test_secrets_are_masked(tmp_path: Path) -> None:
    redactor = Redactor()
    redactor.add(Secret("planted-secret"))
    kept = settings(tmp_path)
    layout = TableLayout({"planted-secret": 9}, ("planted-secret",), (), ())
    TableLayouts(kept, redactor).put(URL + "/planted-secret", layout)
    kept.save()
    assert "planted-secret" not in (tmp_path / "settings.json").read_text()


@pytest.mark.parametrize(
    "value",
    [
        7,
        [],
        {"widths": 3, "order": "abc", "hidden": 5, "frozen": None},
        {"widths": {"a": "x", "b": -1, "c": 1e9}, "order": [1, None], "hidden": {}},
    ],
)
def test_what_somebody_wrote_into_the_file(tmp_path: Path, value: object) -> None:
    kept = settings(tmp_path)
    kept.set("tables", {URL: value})
    assert TableLayouts(kept).get(URL) == TableLayout()
