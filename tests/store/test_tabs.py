from pathlib import Path

import pytest

from k2bench.core.problem import Problem
from k2bench.core.redaction import Redactor
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.store.tabs import KeptTab, TabStore


def test_tabs_come_back_in_order_with_the_open_one(tmp_path: Path) -> None:
    reports: list[Problem] = []
    redactor = Redactor()
    redactor.add(Secret("kn0wn-secret"))
    store = TabStore(tmp_path, redactor, reports.append)
    tabs = (KeptTab(RequestSpec("GET", "a")), KeptTab(RequestSpec("PUT", "b"), "env"))
    store.save(tabs, 1)
    assert store.load() == (tabs, 1)
    store.save((KeptTab(RequestSpec("GET", "x/kn0wn-secret")),), 0)
    assert "kn0wn-secret" not in (tmp_path / "tabs.json").read_text()
    assert not reports


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 1}',
        '{"version": 1, "tabs": [1, {}], "current": 9}',
        '{"version": 1, "tabs": 1}',
    ],
)
def test_odd_files_have_no_tabs(tmp_path: Path, text: str) -> None:
    (tmp_path / "tabs.json").write_text(text)
    assert TabStore(tmp_path, Redactor(), lambda _: None).load() == ((), 0)
