"""Paints the cells of a table: each kind of value looks unlike the others."""

from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from k2bench.content.cell import Cell, CellKind
from k2bench.content.columns import Column, ColumnType
from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.tokens import Colours
from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.response.table_model import CellRole

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_DRAWN = 400  # characters of a cell that are measured and drawn
_CONTROLS = dict.fromkeys(range(32), " ") | {0x2028: " ", 0x2029: " "}
_CONTROLS[10] = "⏎"


class CellDelegate(QStyledItemDelegate):
    """Numbers to the right, null dim and italic, ticks for true, chips for nested values."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: Cell = index.data(CellRole.CELL)
        font = _font(cell.kind, index.data(CellRole.COLUMN).type, option.font)
        width = QFontMetrics(font).horizontalAdvance(shown_text(cell)[:80])
        return QSize(width + sizes().grid * (8 if cell.is_nested else 4) + 2, sizes().row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell | None = index.data(CellRole.CELL)
        column: Column | None = index.data(CellRole.COLUMN)
        colours = colours_of(option.palette)
        self._paint_ground(painter, option, index, colours)
        if cell is None or column is None or cell.kind is CellKind.MISSING:
            return
        area = option.rect.adjusted(sizes().grid * 2, 0, -sizes().grid * 2, -1)
        font = _font(cell.kind, column.type, option.font)
        painter.setFont(font)
        if cell.is_nested:
            _paint_chip(painter, cell.text, area, colours)
            return
        painter.setPen(QColor(_ink(cell.kind, colours)))
        text = shown_text(cell)
        right = cell.kind is CellKind.NUMBER or column.type is ColumnType.NUMBER
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _RIGHT if right else _LEFT, elided)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Colours
    ) -> None:
        view = option.widget
        current = view.currentIndex() if isinstance(view, QTableView) else QModelIndex()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or (current.isValid() and current.row() == index.row()):
            painter.fillRect(option.rect, QColor(colours.accent_tint))
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if current == index and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def shown_text(cell: Cell) -> str:
    """The text of a cell on one line."""
    text = cell.text[:_DRAWN]
    if cell.kind is CellKind.BOOLEAN:
        return "✓ true" if text == "true" else "– false"
    if not text.isprintable():
        text = text.replace("\r\n", "\n").translate(_CONTROLS)
    return text


def _ink(kind: CellKind, colours: Colours) -> str:
    if kind is CellKind.NULL:
        return colours.dim
    return colours.bad if kind is CellKind.UNREADABLE else colours.text


def _font(kind: CellKind, column: ColumnType, base: QFont) -> QFont:
    if kind is CellKind.STRING and column is ColumnType.TIME:
        return _body_font(base.key())
    return _italic(base.key()) if kind is CellKind.NULL else base


@lru_cache(8)
def _italic(key: str) -> QFont:
    font = QFont()
    font.fromString(key)
    font.setItalic(True)
    return font


@lru_cache(8)
def _body_font(key: str) -> QFont:
    """`key` is that of the window's font, which the body font goes by."""
    return body_font()


def _paint_chip(painter: QPainter, text: str, area: QRect, colours: Colours) -> None:
    width = painter.fontMetrics().horizontalAdvance(text) + sizes().grid * 4
    chip = QRect(area.left(), area.top() + 3, min(width, area.width()), area.height() - 6)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.raised))
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.restore()
    painter.setPen(QColor(colours.dim))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
