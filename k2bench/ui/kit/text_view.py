"""A read-only view of a text of any size, for mouse, keyboard, clipboard and screen reader.

Places are those of the whole text; the caret steps over what is folded, a copy does not.

Reads no files, formats nothing and searches nothing: it is given lines, roles and matches.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from k2bench.content.lines import Lines
from k2bench.ui.kit.line_marks import FOLD, UNFOLD, WHOLE
from k2bench.ui.kit.text_canvas import TextCanvas
from k2bench.ui.kit.text_copy import TextCopy
from k2bench.ui.kit.text_keys import move_of
from k2bench.ui.kit.text_mouse import TextMouse
from k2bench.ui.kit.text_moves import Move, end_of_line, end_of_text
from k2bench.ui.kit.text_selection import START, Position, Selection

_SPOKEN = 400  # characters of a line that a screen reader is given
_SPEAK_MS = 100


class TextView(TextCanvas):
    """What `TextCanvas` shows, to be moved in, selected and copied."""

    selection_changed = Signal()
    copied = Signal(int)  # characters
    copy_refused = Signal()  # more than the clipboard should hold
    value_requested = Signal(object)  # LongValue: the whole of what a line shows the start of

    def __init__(self, name: str, *, numbered: bool = True) -> None:
        super().__init__(name, numbered=numbered)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._mouse = TextMouse(self, self)
        self._copier = TextCopy(self)
        self._copier.copied.connect(self.copied)
        self._copier.refused.connect(self.copy_refused)
        # the view paints its text itself: a screen reader would find an empty panel
        self._speech = QTimer(self, singleShot=True, interval=_SPEAK_MS)
        self._speech.timeout.connect(self._speak)
        self._add_action("Copy", QKeySequence.StandardKey.Copy, self.copy)
        self._add_action("Select All", QKeySequence.StandardKey.SelectAll, self.select_all)
        self._value_action = self._add_action("Open Whole Value", "Return", self.open_value)
        # with Shift a US keyboard sends a brace
        fold = self._add_action("Fold", "Ctrl+Shift+[; Ctrl+Shift+{", self.fold_here)
        unfold = self._add_action("Unfold", "Ctrl+Shift+]; Ctrl+Shift+}", self.unfold_here)
        self._fold_actions = [fold, unfold, self._add_action("Unfold All", "", self.unfold_all)]
        self._offer_actions()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_lines(self, lines: Lines) -> None:
        """Another text, from its start, nothing selected."""
        self._copier.cancel()
        self._selection = Selection()
        super().show_lines(lines)
        self._offer_actions()
        self._speech.start()

    def selection(self) -> Selection:
        """What is selected; empty at the caret when nothing is."""
        return self._selection

    def select(self, selection: Selection) -> None:
        """Select a part of the text; the view stays where it is."""
        if selection != self._selection:
            self._selection = selection
            self._offer_actions()
            self.viewport().update()
            self.selection_changed.emit()

    def select_all(self) -> None:
        """Select the whole text."""
        self.select(Selection(START, end_of_text(self.lines, START)))

    def selected_text(self) -> str:
        """What is selected; to be asked for small selections only, see `copy`."""
        return "" if self._selection.is_empty else "".join(self._selection.texts(self.lines))

    def copy(self) -> None:
        """Copy the selection, in steps if it is large; `copied` or `copy_refused` follows."""
        self._copier.start(self.lines, self._selection)

    def fold_here(self) -> None:
        """Fold what the caret is in."""
        self.fold(self._selection.caret.line)

    def unfold_here(self) -> None:
        """Unfold the line that the caret is in."""
        line = self._selection.caret.line
        self.unfold(self.folded.real(self.folded.shown(line)))

    def fold(self, line: int) -> None:
        """Hide what begins at a line, else the innermost range that the line is in."""
        super().fold(line)
        caret = self._selection.caret
        if self._selection.is_empty and self.folded.is_hidden(caret.line):
            shown = self.folded.real(self.folded.shown(caret.line))
            place = end_of_line(self.lines, Position(shown, 0))
            self.select(Selection(place, place))
            self._show_caret(place)

    def open_value(self) -> None:
        """Ask for the whole of the value that the caret's line shows the start of."""
        value = self._line_marks.long_value(self._selection.caret.line)
        if value is not None:
            self.value_requested.emit(value)

    def shown_place(self, place: Position) -> Position:
        """The place, or if a fold hides it, the first one behind the fold."""
        row = self.folded.shown(place.line)
        if not self.folded.is_hidden(place.line):
            return place
        if row + 1 < self.folded.count():
            return Position(self.folded.real(row + 1), 0)
        return end_of_text(self.lines, START)

    def scroll_towards(self, point: QPoint) -> bool:
        """Scroll a little if the point lies outside of the viewport; says whether it does."""
        area = self.viewport().rect()
        below = min(0, point.y() - area.top()) + max(0, point.y() - area.bottom())
        beside = min(0, point.x() - area.left()) + max(0, point.x() - area.right())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + _steps(below, self.line_height))
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + beside)
        return bool(below or beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = move_of(event, max(1, self.rows() - 1))
        if asked is None:
            super().keyPressEvent(event)
            return
        move, selects = asked
        caret = self._moved(move)
        self.select(Selection(self._selection.anchor if selects else caret, caret))
        self._show_caret(caret)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.RightButton:
            if self._selection.is_empty:  # the menu is about the place under the mouse
                place = self.position_at(point)
                self.select(Selection(place, place))
            return
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        offered = self._offered_at(point)
        if offered:
            self._act(offered, self.line_at(point))
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        anchor = self._selection.anchor if shift else None
        self._mouse.press(point, anchor, point.x() < self.gutter)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._mouse.double_click(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mouse.drag(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the window zooms
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._speech.isActive():
            self._speech.start()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """What a click at a point does, in words; empty when it only selects."""
        offered = self._offered_at(point)
        value = self._line_marks.long_value(self.line_at(point)) if offered == WHOLE else None
        return f"{offered} ({value.size:,} bytes)" if value else offered

    def _offered_at(self, point: QPoint) -> str:
        """What a click at a point does other than to select."""
        line = self.line_at(point)
        if point.y() // self.line_height >= self.folded.count() - self.verticalScrollBar().value():
            return ""
        if self.hidden_rect(line).contains(point):
            return UNFOLD
        beside = self.gutter - self.mark_width - self._pad / 2 <= point.x() < self.gutter
        return self._line_marks.offered(line) if beside else ""

    def _act(self, offered: str, line: int) -> None:
        if offered == FOLD:
            self.fold(line)
        elif offered == UNFOLD:
            self.unfold(line)
        else:
            self.select(Selection(Position(line, 0), Position(line, 0)))
            self.open_value()

    def _moved(self, move: Move) -> Position:
        """Where a move takes the caret: over rows, not over what is folded."""
        caret = self._selection.caret
        row = self.folded.shown(caret.line)
        column = min(caret.column, len(self.folded.text(row)))
        moved = move(self.folded, Position(row, column))
        return Position(self.folded.real(moved.line), moved.column)

    def _show_caret(self, caret: Position) -> None:
        bar, rows, row = self.verticalScrollBar(), self.rows(), self.folded.shown(caret.line)
        if row < bar.value():
            bar.setValue(row)
        elif row >= bar.value() + rows:
            bar.setValue(row - rows + 1)
        self._scroll_sideways(caret)

    def _speak(self) -> None:
        self.setAccessibleDescription("\n".join(text[:_SPOKEN] for text in self.visible_texts()))

    def _offer_actions(self) -> None:
        caret = self._selection.caret
        self._value_action.setVisible(self._line_marks.long_value(caret.line) is not None)
        for action in self._fold_actions:
            action.setVisible(self._line_marks.foldable is not None)

    def _add_action(
        self, text: str, key: QKeySequence.StandardKey | str, slot: Callable[[], None]
    ) -> QAction:
        action = QAction(text, self)
        if isinstance(key, str):
            action.setShortcuts(QKeySequence.listFromString(key))
        else:
            action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.addAction(action)
        return action


def _steps(pixels: int, step: int) -> int:
    return -(-pixels // step) if pixels > 0 else pixels // step
