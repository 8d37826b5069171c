"""One line of an OData expression that grows with its text; knows keys and looks, no grammar."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from k2bench.ui.kit.search_field import is_escape
from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.request.query.completion_list import CompletionList, Offer

MOST_LINES = 6
LONGEST = 100_000  # characters that are shown; a longer text is edited in the URL
_BREAK = "\u2029"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExpressionEditor(QPlainTextEdit):
    """`text_edited` tells of what a person did; `text` is exact where `holds` says so."""

    text_edited = Signal()
    completion_wanted = Signal(bool)  # whether it was asked for by its keys
    return_pressed = Signal()
    pasted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("body", "true")
        self.setProperty("role", "expression")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.completions = CompletionList(self)
        self.completions.chosen.connect(self._put)
        self.destroyed.connect(self.completions.deleteLater)
        self._word_start = 0
        self._showing = False
        self._error: int | None = None
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """What stands in it."""
        return self.document().toRawText().replace(_BREAK, "\n")

    def show_text(self, text: str) -> bool:
        """Another text; False: it cannot be shown exactly, and must not be edited."""
        if text == self.text():
            return True
        place = self.textCursor().position()
        self._showing = True
        self.setPlainText(text[:LONGEST])
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.completions.hide()
        self.show_error(None)
        return self.text() == text

    def replace_all(self, text: str) -> None:
        """Another text by the person's wish: it can be undone."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def position(self) -> int:
        """Of the cursor, in characters of `text`."""
        return len(self._before(self.textCursor().position()))

    def show_error(self, position: int | None) -> None:
        """Underline the word at a position of `text`, its last one at the end; None: nothing."""
        self._error = position
        marks = []
        if position is not None and self.text():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._word_at(position)
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(QColor(colours_of(self.palette()).bad))
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)

    def error(self) -> int | None:
        """Where something is underlined."""
        return self._error

    def show_offers(self, offers: Sequence[Offer], start: int) -> None:
        """What may stand in place of the word that begins at `start`."""
        self._word_start = start
        cursor = self.textCursor()
        cursor.setPosition(self._qt_position(start))
        place = self.cursorRect(cursor)
        corner = self.viewport().mapToGlobal(place.topLeft())
        self.completions.show_offers(offers, QRect(corner, place.size()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.completions.isVisible() and self._steer(event):
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and control:
            self.completion_wanted.emit(True)
        elif event.key() in _ENTER:
            self.return_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            typed = self.document().revision()
            super().keyPressEvent(event)
            if event.text() and self.document().revision() != typed:
                self.completion_wanted.emit(False)
            else:
                self.completions.hide()

    def event(self, event: QEvent) -> bool:
        if is_escape(event) and self.completions.isVisible():
            event.accept()  # else the window takes it for *Cancel Request*
            return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        clean = QMimeData()
        clean.setText(" ".join(source.text().splitlines()))
        super().insertFromMimeData(clean)
        self.completions.hide()
        self.pasted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.completions.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()
        elif event.type() == QEvent.Type.PaletteChange:
            self.show_error(self._error)

    def _steer(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list."""
        match event.key():
            case Qt.Key.Key_Down:
                self.completions.step(1)
            case Qt.Key.Key_Up:
                self.completions.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._put(self.completions.current_text())
            case Qt.Key.Key_Escape:
                self.completions.hide()
            case _:
                return False
        return True

    def _put(self, text: str) -> None:
        """Put a word in place of the one that is begun."""
        self.completions.hide()
        cursor = self.textCursor()
        cursor.setPosition(self._qt_position(self._word_start), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        if not self._showing:
            self.show_error(None)
            self.text_edited.emit()

    def _word_at(self, position: int) -> QTextCursor:
        text = self.text()
        start = min(position, len(text) - 1)
        end = start + 1
        while end < len(text) and (text[end].isalnum() or text[end] in "_.") and text[start] != " ":
            end += 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._qt_position(start))
        cursor.setPosition(self._qt_position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _before(self, qt_position: int) -> str:
        # Qt counts halves of characters beyond U+FFFF
        raw = self.text().encode("utf-16-le", "surrogatepass")[: 2 * qt_position]
        return raw.decode("utf-16-le", "surrogatepass")

    def _qt_position(self, position: int) -> int:
        return len(self.text()[:position].encode("utf-16-le", "surrogatepass")) // 2

    def _grow(self) -> None:
        grid = sizes().grid
        needed = max(round(self.document().size().height()), 1)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if needed > MOST_LINES:
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        lines = min(needed, MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + 2 * (grid + 2)
        height = max(height, sizes().control)
        if height != self.maximumHeight() or height != self.minimumHeight():
            self.setFixedHeight(height)
