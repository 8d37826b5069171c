"""Rows of lists and trees: one height, and a dim detail at the right end."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import colours_of, sizes

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1  # str, for example a type or a count
DETAIL_TONE_ROLE = Qt.ItemDataRole.UserRole + 2  # Tone, for a detail that is a status
FOUND_ROLE = Qt.ItemDataRole.UserRole + 3  # bool: somebody looked for it

Index: TypeAlias = QModelIndex | QPersistentModelIndex


def show_found(option: QStyleOptionViewItem, index: Index) -> None:
    """Tint a cell with `FOUND_ROLE`."""
    if index.data(FOUND_ROLE):
        option.backgroundBrush = QBrush(QColor(colours_of(option.palette).warn_tint))


class RowDelegate(QStyledItemDelegate):
    """Draws `DETAIL_ROLE` beside the text; the text is cut short where both do not fit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), sizes().row)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        show_found(option, index)
        detail = index.data(DETAIL_ROLE)
        if detail:
            grid = sizes().grid
            taken = option.fontMetrics.horizontalAdvance(detail) + grid * 4
            taken += option.decorationSize.width() + grid if not option.icon.isNull() else 0
            option.text = option.fontMetrics.elidedText(
                option.text, Qt.TextElideMode.ElideRight, max(0, option.rect.width() - taken)
            )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        detail = index.data(DETAIL_ROLE)
        if detail:
            colours = colours_of(option.palette)
            tone = index.data(DETAIL_TONE_ROLE)
            painter.setPen(QColor(colours.of(Tone(tone)) if tone else colours.dim))
            painter.drawText(
                option.rect.adjusted(0, 0, -sizes().grid * 2, 0),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                detail,
            )
