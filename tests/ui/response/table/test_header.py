from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.table.header import TableHeader
from k2bench.ui.response.table.model import TableModel
from k2bench.workbench.session import Session
from tests.ui.response.table.test_model import table_of


class Asked(Bridge):
    times = 0

    @contextmanager
    def first(self) -> Iterator[None]:
        self.times += 1
        with super().first():
            yield


def test_it_asks_while_it_paints(session: Session, shown: Callable[[QWidget], QWidget]) -> None:
    header = TableHeader(Qt.Orientation.Horizontal)
    model = TableModel(table_of(b'[{"a":1}]'))
    header.setModel(model)
    shown(header)
    plain = header.grab().toImage()
    header.background = Asked(session)
    assert header.grab().toImage() == plain
    assert header.background.times > 0


def test_only_a_hand_is_told(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    header = TableHeader(Qt.Orientation.Horizontal)
    model = TableModel(table_of(b'[{"a":1,"b":2}]'))
    header.setModel(model)
    header.resize(400, 25)
    shown(header)
    with qtbot.assertNotEmitted(header.sized_by_hand):
        header.resizeSection(0, 150)
    edge = QPoint(header.sectionSize(0) - 1, 8)
    button, viewport = Qt.MouseButton.LeftButton, header.viewport()
    with qtbot.waitSignal(header.sized_by_hand) as sized:
        qtbot.mousePress(viewport, button, pos=edge)
        qtbot.mouseMove(viewport, edge + QPoint(30, 0))
        qtbot.mouseRelease(viewport, button, pos=edge + QPoint(30, 0))
    assert sized.args == [0, header.sectionSize(0)]
    with qtbot.assertNotEmitted(header.sized_by_hand):
        header.resizeSection(0, 90)
