"""Paints the rows of the response tree: names and values in the colours of the pretty text."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from k2bench.content.cell import CellKind
from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.syntax import syntax_formats
from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.response.cell_mark import CellMark, paint_frame
from k2bench.ui.response.tree.model import NAME, TreeRole

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_SYNTAX = {
    CellKind.STRING: "string",
    CellKind.NUMBER: "number",
    CellKind.BOOLEAN: "keyword",
    CellKind.NULL: "null",
    CellKind.OBJECT: "punctuation",
    CellKind.ARRAY: "punctuation",
    CellKind.UNREADABLE: "error",
}
_INKS = (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText)


class _Look:
    """What rows are painted with: made once for a font and a theme."""

    def __init__(self, palette: QPalette) -> None:
        colours = colours_of(palette)
        formats = syntax_formats(colours)
        self.found, self.frame = QColor(colours.warn_tint), QColor(colours.warn)
        self.inks = {role: QColor(made.foreground().color()) for role, made in formats.items()}
        self.plain = body_font()
        self.italic = QFont(self.plain)
        self.italic.setItalic(True)
        self.metrics = QFontMetrics(self.plain)


class TreeDelegate(QStyledItemDelegate):
    """Keys, numbers of elements and each kind of value look unlike the others.

    Attributes:
        mark_of: which cells were found; None while nothing is looked for.
    """

    mark_of: Callable[[Index], CellMark] | None = None
    _look: _Look | None = None

    def forget_look(self) -> None:
        """The font or the theme has changed."""
        self._look = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), sizes().row)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        look = self._look
        if look is None:
            look = self._look = _Look(option.palette)
        role = _role_of(index)
        option.font = look.italic if role == "null" else look.plain
        option.fontMetrics = look.metrics
        for ink in _INKS:
            option.palette.setColor(ink, look.inks[role])
        if self._mark(index) is not CellMark.NONE:
            option.backgroundBrush = QBrush(look.found)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if self._look is not None and self._mark(index) is CellMark.CURRENT:
            paint_frame(painter, option.rect, self._look.frame)

    def _mark(self, index: Index) -> CellMark:
        return self.mark_of(index) if self.mark_of is not None else CellMark.NONE


def _role_of(index: Index) -> str:
    if index.column() == NAME:
        return "key" if index.data(TreeRole.IS_KEY) else "punctuation"
    return _SYNTAX.get(index.data(TreeRole.KIND), "punctuation")
