import pytest

pytest.importorskip("PySide6")

from k2bench.content.cell import CellKind
from tests.bench.bodies import chunks
from tests.bench.body_stage import Stage, snapshot_of


def test_each_thing_is_timed_and_really_shown(qapp: object) -> None:
    body = snapshot_of(b"".join(chunks(4000)))
    stage = Stage()
    try:
        opened = stage.open_table(body)
        assert 0 < opened.painted <= opened.whole
        assert stage.table.shown_count == 4000
        assert stage.scrolled() > 0
        took, stall = stage.arranged(lambda: stage.table.sort(0, True))
        assert took > 0
        assert stall >= 0
        assert stage.table.view.model().cell(0, 0).kind is CellKind.NUMBER
        stage.filtered("müller")
        assert 0 < stage.table.shown_count < 4000
        stage.filtered("")
        assert stage.open_pretty(body).painted > 0
        assert stage.text.view.lines.count() == 4000 * 14 + 5
    finally:
        stage.close()
