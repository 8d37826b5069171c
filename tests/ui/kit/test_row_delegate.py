from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.row_delegate import DETAIL_ROLE, DETAIL_TONE_ROLE, RowDelegate
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import LIGHT, TOKENS, Tone


def tree(qtbot: QtBot, text: str, detail: str, tone: Tone | None = None) -> QTreeView:
    item = QStandardItem(icon("table"), text)
    item.setData(detail, DETAIL_ROLE)
    item.setData(tone, DETAIL_TONE_ROLE)
    model = QStandardItemModel()
    model.appendRow(item)
    view = QTreeView()
    qtbot.addWidget(view)
    model.setParent(view)
    view.setHeaderHidden(True)
    view.setModel(model)
    view.setItemDelegate(RowDelegate(view))
    view.resize(200, 60)
    view.show()
    return view


def right_end(view: QTreeView) -> set[str]:
    image = view.viewport().grab().toImage()
    points = ((x, y) for x in range(150, 198) for y in range(24))
    return {image.pixelColor(x, y).name().upper() for x, y in points}


def test_rows_are_as_high_as_the_tokens_say(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    view = tree(qtbot, "EmployeeSample", "1,000+")
    assert view.visualRect(view.model().index(0, 0)).height() == TOKENS.row
    theme.deleteLater()


def test_the_detail_has_its_place_and_its_tone(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    assert LIGHT.dim in right_end(tree(qtbot, "EmployeeSample", "MMMM"))
    assert LIGHT.bad in right_end(tree(qtbot, "EmployeeSample", "MMMM", Tone.BAD))
    assert right_end(tree(qtbot, "Short", "")) == {LIGHT.surface}
    theme.deleteLater()


def test_a_long_text_gives_way(qapp: QApplication, qtbot: QtBot) -> None:
    view = tree(qtbot, "A name that is much too long for this", "Int64")
    option = QStyleOptionViewItem()
    option.rect = view.visualRect(view.model().index(0, 0))
    index: QModelIndex = view.model().index(0, 0)
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    delegate.initStyleOption(option, index)
    assert option.text.endswith("…")
