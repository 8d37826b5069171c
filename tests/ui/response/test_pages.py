import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from k2bench.apis.view import Language, TableView, TextView, TreeView
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.pages import make_page, page_names
from tests.ui.response.answers import snapshot, views_of


def names(body: bytes, media_type: str, bridge: Bridge) -> tuple[str, ...]:
    answer = snapshot(body, media_type)
    return page_names(BodySource(answer, views_of(answer), bridge))


@pytest.mark.parametrize(
    ("body", "media_type", "wanted"),
    [
        (
            b"{}",
            "application/json",
            ("Table", "Pretty", "Tree", "Chart", "Raw", "Headers", "Timeline"),
        ),
        (b"<a/>", "application/xml", ("Pretty", "Raw", "Headers", "Timeline")),
        (b"hello", "text/plain", ("Raw", "Headers", "Timeline")),
        (b"", "application/json", ("Headers", "Timeline")),
        (b"<html>", "application/json", ("Pretty", "Raw", "Headers", "Timeline")),
        (b"\x89PNG\r\n", "image/png", ("Image", "Hex", "Headers", "Timeline")),
        (b"<svg/>", "image/svg+xml", ("Image", "Pretty", "Raw", "Headers", "Timeline")),
        (b"\0\1\2", "application/octet-stream", ("Hex", "Raw", "Headers", "Timeline")),
        (b"%PDF-1.7", "application/json", ("Hex", "Raw", "Headers", "Timeline")),
    ],
)
def test_which_pages_an_answer_has(
    bridge: Bridge, body: bytes, media_type: str, wanted: tuple[str, ...]
) -> None:
    assert names(body, media_type, bridge) == wanted


def test_every_view_has_a_place(bridge: Bridge) -> None:
    views = (TreeView(), TextView(Language.JSON), TableView(), TextView(Language.PLAIN))
    assert page_names(BodySource(snapshot(b"[]"), views, bridge)) == (
        "Tree",
        "Pretty",
        "Table",
        "Chart",
        "Raw",
        "Headers",
        "Timeline",
    )


def test_pages_by_name(qtbot: QtBot) -> None:
    names = ("Table", "Pretty", "Tree", "Image", "Hex", "Chart", "Raw", "Headers", "Timeline")
    for name in names:
        qtbot.addWidget(make_page(name))
    with pytest.raises(ValueError, match="no page Nonsense"):
        make_page("Nonsense")


def test_what_draws_charts_is_not_loaded_with_their_page() -> None:
    code = (
        "import sys, k2bench.ui.response.chart.page as _;"
        "print([name for name in ('numpy', 'pyqtgraph') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_nothing_that_parses_is_loaded_with_the_pane() -> None:
    code = "import sys, k2bench.ui.response.panel as _; print('msgspec' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_what_most_answers_need_is_loaded_ahead() -> None:
    code = (
        "import sys; from k2bench.ui.response import pages; "
        "before = 'k2bench.ui.response.table.page' in sys.modules; pages.load(); "
        "print(before, *(f'k2bench.ui.response.{name}' in sys.modules "
        "for name in ('table.page', 'text_page')))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "True", "True"]
