import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from k2bench.apis.view import Language, TableView, TextView, TreeView
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.courtesy import Courtesy
from k2bench.ui.response.pages import make_page, page_names
from tests.ui.response.answers import snapshot, views_of


def names(body: bytes, media_type: str, bridge: Bridge) -> tuple[str, ...]:
    answer = snapshot(body, media_type)
    return page_names(BodySource(answer, views_of(answer), Courtesy(bridge)))


@pytest.mark.parametrize(
    ("body", "media_type", "wanted"),
    [
        (b"{}", "application/json", ("Table", "Pretty", "Tree", "Raw", "Headers")),
        (b"<a/>", "application/xml", ("Pretty", "Raw", "Headers")),
        (b"hello", "text/plain", ("Raw", "Headers")),
        (b"", "application/json", ("Headers",)),
        (b"<html>", "application/json", ("Pretty", "Raw", "Headers")),
        (b"\x89PNG\r\n", "image/png", ("Image", "Hex", "Headers")),
        (b"<svg/>", "image/svg+xml", ("Image", "Pretty", "Raw", "Headers")),
        (b"\0\1\2", "application/octet-stream", ("Hex", "Raw", "Headers")),
        (b"%PDF-1.7", "application/json", ("Hex", "Raw", "Headers")),
    ],
)
def test_which_pages_an_answer_has(
    bridge: Bridge, body: bytes, media_type: str, wanted: tuple[str, ...]
) -> None:
    assert names(body, media_type, bridge) == wanted


def test_every_view_has_a_place(bridge: Bridge) -> None:
    views = (TreeView(), TextView(Language.JSON), TableView(), TextView(Language.PLAIN))
    assert page_names(BodySource(snapshot(b"[]"), views, Courtesy(bridge))) == (
        "Tree",
        "Pretty",
        "Table",
        "Raw",
        "Headers",
    )


def test_pages_by_name(qtbot: QtBot) -> None:
    for name in ("Table", "Pretty", "Tree", "Image", "Hex", "Raw", "Headers"):
        qtbot.addWidget(make_page(name))
    with pytest.raises(ValueError, match="no page Nonsense"):
        make_page("Nonsense")


def test_nothing_that_parses_is_loaded_with_the_pane() -> None:
    code = "import sys, k2bench.ui.response.panel as _; print('msgspec' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
