from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.flow_layout import FlowLayout


def box(width: int) -> QWidget:
    made = QWidget()
    made.setFixedSize(width, 20)
    return made


def test_items_wrap_like_words(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(5)
    boxes = [box(width) for width in (40, 40, 40, 10)]
    for each in boxes:
        flow.addWidget(each)
    holder.setLayout(flow)
    assert flow.sizeHint() == QSize(145, 20)
    assert flow.minimumSize() == QSize(40, 20)
    assert flow.heightForWidth(145) == 20
    assert flow.heightForWidth(90) == 45
    holder.resize(90, 100)
    holder.show()
    assert [(each.x(), each.y()) for each in boxes] == [(0, 0), (45, 0), (0, 25), (45, 25)]


def test_hidden_items_take_no_room_and_taken_ones_are_gone(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(5)
    first, second = box(40), box(40)
    flow.addWidget(first)
    flow.addWidget(second)
    holder.setLayout(flow)
    first.hide()
    assert flow.sizeHint() == QSize(40, 20)
    assert flow.takeAt(0) is not None
    assert flow.takeAt(5) is None
    assert flow.count() == 1
    assert flow.itemAt(0).widget() is second
