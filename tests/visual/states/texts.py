"""A body as text: folded, cut where the screen ends, and one long value whole."""

import json

from PySide6.QtWidgets import QWidget

from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.response.text_page import TextPage
from k2bench.ui.response.whole_value import WholeValue
from tests.visual import samples
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

SIZE = (1280, 800)
album = Album()


def _text(stage: Stage, body: bytes, name: str = "Pretty", kind: str = "") -> TextPage:
    stage.use()
    stage.open()
    stage.got_token()
    stage.answered(samples.answer(body, media_type=kind or "application/json"), name)
    page = stage.workspace.tab.response.tabs.page(name)
    assert isinstance(page, TextPage)
    return page


def _long() -> bytes:
    note = "\n".join(
        f"{number:04} the badge was read at gate {number % 7}" for number in range(400)
    )
    return json.dumps({"ID": 17, "Log": note, "Roles": ["Guard", "Clerk"]}).encode()


@album.state("pretty-folded", SIZE)
def rows_folded(stage: Stage) -> QWidget:
    page = _text(stage, samples.employees())
    page.levels.fold(2)
    stage.until(lambda: page.view.folded.folds() > 0)
    page.view.unfold(12)
    return stage.window


@album.state("pretty-long-value", NARROW)
def a_value_cut(stage: Stage) -> QWidget:
    page = _text(stage, _long())
    page.view.select(Selection(Position(2, 0), Position(2, 0)))
    return stage.window


@album.state("whole-value", SIZE)
def a_long_value_whole(stage: Stage) -> QWidget:
    page = _text(stage, _long())
    page.view.select(Selection(Position(2, 0), Position(2, 0)))
    page.view.open_value()
    window = stage.dialog()
    assert isinstance(window, WholeValue)
    stage.until(window.copy_.isEnabled)
    return window


@album.state("raw-one-line", SIZE)
def a_body_without_line_ends(stage: Stage) -> QWidget:
    return _text(stage, samples.employees(), "Raw").window()


@album.state("xml-folded", SIZE)
def xml_folded(stage: Stage) -> QWidget:
    page = _text(stage, samples.METADATA, kind="application/xml")
    page.view.fold(4)
    return stage.window
