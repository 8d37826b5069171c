"""Paints the cells of a table: each kind of value looks unlike the others.

While rows are being found, every call of Qt may wait for the work lane: so few are made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from k2bench.content.cell import Cell, CellKind
from k2bench.content.columns import ColumnType
from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.tokens import LIGHT, Colours
from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.response.cell_mark import CellMark, paint_frame
from k2bench.ui.response.table.model import CellRole, TableModel

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_DRAWN = 400  # characters of a cell that are measured and drawn
_CONTROLS = dict.fromkeys((*range(32), 0x2028, 0x2029), " ")
_CONTROLS[10] = "⏎"


MarkOf: TypeAlias = Callable[[int, int], CellMark]
"""How the cell of a row and a column is marked."""


@dataclass(frozen=True, slots=True)
class Look:
    """What cells are painted with: made once for a font and a theme."""

    plain: QFont
    italic: QFont
    body: QFont
    metrics: QFontMetrics
    wide: float  # pixels of a rather wide character: what is short by it needs no measuring
    margin: int
    text: QColor
    dim: QColor
    bad: QColor
    line: QColor
    tint: QColor
    accent: QColor
    chip: QColor
    found: QColor
    warn: QColor

    @classmethod
    def of(cls, font: QFont, colours: Colours) -> "Look":
        """The look for a font and a theme."""
        plain, italic = QFont(font), QFont(font)  # that of a style option ends with the paint
        italic.setItalic(True)
        metrics = QFontMetrics(plain)
        names = [
            "text",
            "dim",
            "bad",
            "line",
            "accent_tint",
            "accent",
            "raised",
            "warn_tint",
            "warn",
        ]
        shades = [QColor(str(getattr(colours, name))) for name in names]
        wide = 1.25 * metrics.averageCharWidth() + 1
        return cls(plain, italic, body_font(), metrics, wide, sizes().grid * 2, *shades)

    def font_of(self, kind: CellKind, column: ColumnType) -> QFont:
        """The font of a cell."""
        if kind is CellKind.STRING and column is ColumnType.TIME:
            return self.body
        return self.italic if kind is CellKind.NULL else self.plain

    def ink_of(self, kind: CellKind) -> QColor:
        """The colour of a cell's text."""
        if kind is CellKind.NULL:
            return self.dim
        return self.bad if kind is CellKind.UNREADABLE else self.text


class CellDelegate(QStyledItemDelegate):
    """Numbers to the right, null dim and italic, ticks for true, chips for nested values.

    Attributes:
        current_row: the row to be tinted; -1 for none. The view sets it.
        mark_of: which cells were found; None while nothing is looked for.
    """

    chip_clicked = Signal(QModelIndex)
    current_row = -1
    mark_of: MarkOf | None = None
    _look: Look | None = None

    def forget_look(self) -> None:
        """The font or the theme has changed."""
        self._look = None

    def width_of(self, cell: Cell, column: ColumnType, font: QFont) -> int:
        """The pixels that a cell needs."""
        look = self._look or Look.of(font, LIGHT)  # colours have no width
        made = QFontMetrics(look.font_of(cell.kind, column))
        room = sizes().grid * (8 if cell.is_nested else 4) + 2
        return made.horizontalAdvance(shown_text(cell)[:80]) + room

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell, column = index.data(CellRole.CELL), index.data(CellRole.COLUMN)
        return QSize(self.width_of(cell, column.type, option.font), sizes().row)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and isinstance(model, TableModel):
            cell = model.cell(index.row(), index.column())
            if cell.is_nested and self._is_on_chip(event, cell, option):
                self.chip_clicked.emit(index)
                return True
        return super().editorEvent(event, model, option, index)

    def _is_on_chip(self, event: QMouseEvent, cell: Cell, option: QStyleOptionViewItem) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return False
        look = self._look or Look.of(option.font, LIGHT)
        area = option.rect.adjusted(look.margin, 0, -look.margin, -1)
        return _chip(cell.text, area, look).contains(event.position().toPoint())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TableModel):
            return
        look = self._look
        if look is None:
            look = self._look = Look.of(option.font, colours_of(option.palette))
        row, column, rect = index.row(), index.column(), option.rect
        state = option.state
        if row == self.current_row or state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.tint)
        if self.mark_of is not None:
            _paint_mark(painter, rect, self.mark_of(row, column), look)
        painter.setPen(look.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        cell, kind = model.cell(row, column), model.columns[column].type
        _paint_cell(painter, rect, cell, kind, look)
        if row == self.current_row and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def shown_text(cell: Cell) -> str:
    """The text of a cell on one line."""
    text = cell.text[:_DRAWN]
    if cell.kind is CellKind.BOOLEAN:
        return "✓ true" if text == "true" else "– false"
    if not text.isprintable():
        text = text.replace("\r\n", "\n").translate(_CONTROLS)
    return text


def _paint_mark(painter: QPainter, rect: QRect, mark: CellMark, look: Look) -> None:
    if mark is CellMark.NONE:
        return
    painter.fillRect(rect, look.found)
    if mark is CellMark.CURRENT:
        paint_frame(painter, rect, look.warn)


def _paint_cell(painter: QPainter, rect: QRect, cell: Cell, column: ColumnType, look: Look) -> None:
    if cell.kind is CellKind.MISSING or not cell.text:
        return
    area = rect.adjusted(look.margin, 0, -look.margin, -1)
    if cell.is_nested:
        _paint_chip(painter, cell.text, area, look)
        return
    text = shown_text(cell)
    font = look.font_of(cell.kind, column)
    painter.setFont(font)
    painter.setPen(look.ink_of(cell.kind))
    if len(text) * look.wide > area.width():
        text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    right = cell.kind is CellKind.NUMBER or column is ColumnType.NUMBER
    painter.drawText(area, _RIGHT if right else _LEFT, text)


def _chip(text: str, area: QRect, look: Look) -> QRect:
    """Where the chip of a nested value is."""
    width = look.metrics.horizontalAdvance(text) + look.margin * 2
    return QRect(area.left(), area.top() + 3, min(width, area.width()), area.height() - 6)


def _paint_chip(painter: QPainter, text: str, area: QRect, look: Look) -> None:
    chip = _chip(text, area, look)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.chip)
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.restore()
    painter.setFont(look.plain)
    painter.setPen(look.dim)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
