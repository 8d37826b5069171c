"""A read-only view of a text of any size, for mouse, keyboard, clipboard and screen reader.

Reads no files, formats nothing and searches nothing: it is given lines, roles and matches.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)

from k2bench.content.lines import Lines
from k2bench.ui.kit.text_canvas import TextCanvas
from k2bench.ui.kit.text_copy import TextCopy
from k2bench.ui.kit.text_keys import move_of
from k2bench.ui.kit.text_mouse import TextMouse
from k2bench.ui.kit.text_moves import end_of_text
from k2bench.ui.kit.text_selection import START, Position, Selection

_SPOKEN = 400  # characters of a line that a screen reader is given
_SPEAK_MS = 100


class TextView(TextCanvas):
    """What `TextCanvas` shows, to be moved in, selected and copied."""

    selection_changed = Signal()
    copied = Signal(int)  # characters
    copy_refused = Signal()  # more than the clipboard should hold

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_lines(self, lines: Lines) -> None:
        """Another text, from its start, nothing selected."""
        self._copier.cancel()
        self._selection = Selection()
        super().show_lines(lines)
        self._speech.start()

    def selection(self) -> Selection:
        """What is selected; empty at the caret when nothing is."""
        return self._selection

    def select(self, selection: Selection) -> None:
        """Select a part of the text; the view stays where it is."""
        if selection != self._selection:
            self._selection = selection
            self.viewport().update()
            self.selection_changed.emit()

    def select_all(self) -> None:
        """Select the whole text."""
        self.select(Selection(START, end_of_text(self.lines, START)))

    def selected_text(self) -> str:
        """What is selected; to be asked for small selections only, see `copy`."""
        return "" if self._selection.is_empty else "\n".join(self._selection.texts(self.lines))

    def copy(self) -> None:
        """Copy the selection, in steps if it is large; `copied` or `copy_refused` follows."""
        self._copier.start(self.lines, self._selection)

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
        caret = move(self.lines, self._selection.caret)
        self.select(Selection(self._selection.anchor if selects else caret, caret))
        self._show_caret(caret)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = event.position().toPoint()
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

    def _show_caret(self, caret: Position) -> None:
        bar, rows = self.verticalScrollBar(), self.rows()
        if caret.line < bar.value():
            bar.setValue(caret.line)
        elif caret.line >= bar.value() + rows:
            bar.setValue(caret.line - rows + 1)
        self._scroll_sideways(caret)

    def _speak(self) -> None:
        self.setAccessibleDescription("\n".join(text[:_SPOKEN] for text in self.visible_texts()))

    def _add_action(
        self, text: str, key: QKeySequence.StandardKey, slot: Callable[[], None]
    ) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.addAction(action)


def _steps(pixels: int, step: int) -> int:
    return -(-pixels // step) if pixels > 0 else pixels // step
