"""The list of what may be typed next, below the cursor. It never takes the focus."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from k2bench.ui.kit.tones import colours_of, sizes

MOST_ROWS = 8
WIDEST = 100  # grid units
_DETAIL = Qt.ItemDataRole.UserRole


class Offer(Protocol):
    """One thing that may be typed."""

    @property
    def text(self) -> str:
        """What is put in."""

    @property
    def detail(self) -> str:
        """What it is, such as its type."""


class CompletionList(QListWidget):
    """A child of the window, over everything else in it."""

    chosen = Signal(str)

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self._editor = editor
        self.setAccessibleName("Completions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "completions")
        self.setProperty("body", "true")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Delegate(self))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.text()))
        self.hide()

    def show_offers(self, offers: Sequence[Offer], cursor: QRect) -> None:
        """Show what there is, near the cursor (in global coordinates); nothing hides the list."""
        self.clear()
        for offer in offers:
            item = QListWidgetItem(offer.text, self)
            item.setData(_DETAIL, offer.detail)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, offer.detail)
        if not offers:
            self.hide()
            return
        self.setCurrentRow(0)
        self._place(cursor)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose another row, round and round."""
        self.setCurrentRow((self.currentRow() + by) % self.count())

    def current_text(self) -> str:
        """What is chosen."""
        item = self.currentItem()
        return item.text() if item is not None else ""

    def texts(self) -> list[str]:
        """All that is offered."""
        return [self.item(row).text() for row in range(self.count())]

    def _place(self, cursor: QRect) -> None:
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        grid, metrics = sizes().grid, self.fontMetrics()
        widths = [
            metrics.horizontalAdvance(item.text() + "  " + str(item.data(_DETAIL)))
            for item in (self.item(row) for row in range(min(self.count(), 200)))
        ]
        width = min(max(widths) + grid * 10, WIDEST * grid, window.width())
        height = min(self.count(), MOST_ROWS) * sizes().row + 2 * grid + 2
        below = window.mapFromGlobal(cursor.bottomLeft()) + QPoint(0, grid)
        x = max(0, min(below.x(), window.width() - width))
        y = below.y()
        if y + height > window.height():
            y = max(0, window.mapFromGlobal(cursor.topLeft()).y() - height - grid)
        self.setGeometry(x, y, width, height)


class _Delegate(QStyledItemDelegate):
    """The word on the left, what it is on the right."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), sizes().row)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        area = option.rect.adjusted(sizes().grid * 2, 0, -sizes().grid * 2, 0)
        metrics: QFontMetrics = option.fontMetrics
        room = area.width() - metrics.horizontalAdvance(str(index.data())) - sizes().grid * 4
        words = metrics.elidedText(str(index.data(_DETAIL)), Qt.TextElideMode.ElideRight, room)
        painter.save()
        painter.setPen(colours_of(option.palette).dim)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, words)
        painter.restore()
