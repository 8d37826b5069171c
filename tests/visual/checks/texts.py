"""Texts that do not fit into their widget."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from k2bench.ui.kit.tones import zoom
from tests.visual.checks.declared import CUT_SHORT, is_declared
from tests.visual.checks.walk import called, scrolls, seen, shown

JOINTS = re.compile(r"\s+|(?<=[/-])")  # where a label breaks its lines
SLACK = 1  # pixel: sizes are rounded
LINE_EDIT_KEEPS = 2  # pixels at either side, whatever the style sheet says


def cut_texts(window: QWidget) -> Iterator[str]:
    """One sentence for each text of which a part is missing."""
    for widget in shown(window):
        name = called(widget)
        if is_declared(name, CUT_SHORT):
            continue
        for what in _cut(widget):
            yield f"{name}: {what}"


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        yield from _cut_by_others(widget)
    for kind, look in _LOOKS:
        if isinstance(widget, kind):
            yield from look(widget)
            return


def _narrow(text: str, needed: int, there: int) -> Iterator[str]:
    if needed > there + SLACK:
        yield f"“{text[:60]}” needs {needed} pixels, has {there}"


def _cut_by_others(widget: QWidget) -> Iterator[str]:
    visible, whole = seen(widget), widget.rect()
    if visible.isEmpty():
        if not scrolls(widget, vertical=True) and not scrolls(widget, vertical=False):
            yield "is covered or outside of its parent"
        return
    if visible.width() < whole.width() and not scrolls(widget, vertical=False):
        yield f"{whole.width() - visible.width()} of its {whole.width()} pixels are cut off"
    if visible.height() < whole.height() and not scrolls(widget, vertical=True):
        yield f"{whole.height() - visible.height()} of its {whole.height()} lines are cut off"


def _label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    if not label.wordWrap():
        yield from _narrow(label.text(), label.sizeHint().width(), label.width())
        return
    needed = label.heightForWidth(label.width())
    if needed > label.height() + SLACK:
        yield f"“{label.text()[:60]}” needs {needed} lines of pixels, has {label.height()}"
    words = JOINTS.split(label.text())
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    yield from _narrow(label.text(), widest, label.contentsRect().width())


def _box(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box)
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    if not box.itemIcon(box.currentIndex()).isNull():
        needed += box.iconSize().width() + 4
    yield from _narrow(box.currentText(), needed, room.width())


def _line(line: QLineEdit) -> Iterator[str]:
    # what a person typed may be longer than the line
    text = line.placeholderText() if not line.text() else line.text() if line.isReadOnly() else ""
    if isinstance(line.parent(), QComboBox):
        return
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    width = room.width() - margins.left() - margins.right() - 2 * LINE_EDIT_KEEPS
    yield from _narrow(text, line.fontMetrics().horizontalAdvance(text), width)


def _button(button: QAbstractButton) -> Iterator[str]:
    if button.text():
        yield from _narrow(button.text(), button.sizeHint().width(), button.width())


def _menus(bar: QMenuBar) -> Iterator[str]:
    more = bar.findChild(QToolButton, "qt_menubar_ext_button")
    if more is not None and more.isVisible():
        yield "menus are missing"


def _tabs(bar: QTabBar) -> Iterator[str]:
    if zoom() > 1 and any(each.isVisible() for each in bar.findChildren(QToolButton)):
        return  # larger than meant for the window: its arrows lead to the others
    for index in range(bar.count()):
        if bar.isTabVisible(index) and not bar.rect().contains(bar.tabRect(index)):
            yield f"the tab “{bar.tabText(index)}” is out of sight"


def _header(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is Qt.Orientation.Vertical:
        return
    model = header.model()
    for section in range(header.count()):
        text = model.headerData(section, Qt.Orientation.Horizontal)
        if text and not header.isSectionHidden(section):
            needed = header.sectionSizeFromContents(section).width()
            yield from _narrow(str(text), needed, header.sectionSize(section))


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model, wraps = view.model(), isinstance(view, QTableView) and view.wordWrap()
    for index in visible_cells(view):
        room = view.visualRect(index)
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = QRect(room)
        needed = view.itemDelegateForIndex(index).sizeHint(option, index)
        text = str(model.data(index) or "")
        if wraps and needed.height() > room.height() + SLACK:
            yield f"“{text[:60]}” needs {needed.height()} lines of pixels, has {room.height()}"
        elif not wraps:
            yield from _narrow(text, needed.width(), room.width())


def visible_cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The cells with a text that a person sees whole in height."""
    model, window = view.model(), view.viewport().rect()
    if model is None:
        return
    # a list's model keeps the count of its columns to itself
    columns = model.columnCount() if isinstance(view, QTableView | QTreeView) else 1
    parents = [view.rootIndex()]
    for parent in parents:
        for row in range(min(model.rowCount(parent), 200)):
            first = model.index(row, 0, parent)
            if isinstance(view, QTreeView):
                parents.append(first)
            for column in range(columns):
                index = model.index(row, column, parent)
                room = view.visualRect(index)
                if not room.isEmpty() and window.contains(room.center()) and model.data(index):
                    yield index


_LOOKS: tuple[tuple[type[QWidget], Callable[[Any], Iterator[str]]], ...] = (
    (QLabel, _label),
    (QAbstractButton, _button),
    (QComboBox, _box),
    (QLineEdit, _line),
    (QTabBar, _tabs),
    (QHeaderView, _header),
    (QAbstractItemView, _cells),
    (QMenuBar, _menus),
)
