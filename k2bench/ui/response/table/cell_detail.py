"""The pane beside a table with one cell whole: its text wrapped, or its JSON laid out."""

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from k2bench.content.body_format import BodyFormat
from k2bench.content.cell import CellKind
from k2bench.content.cell_value import CellValue, cell_value
from k2bench.content.columns import Column
from k2bench.content.highlight import highlighter
from k2bench.content.pretty import Readable, pretty
from k2bench.content.rows import Rows
from k2bench.content.text_lines import TextLines
from k2bench.core.problem import Problem
from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.labels import Role, hairline, label, set_plain_tip
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background, Work
from k2bench.ui.response.table.local_time import local_time
from k2bench.ui.response.whole_value import ValueOpener

WRAPPED = 50_000  # bytes of a text that Qt wraps at once; a longer one is shown line by line
MOST_COPIED = 32_000_000  # bytes
_NAME = 60  # characters
_NESTED = (CellKind.OBJECT, CellKind.ARRAY)


class CellDetail(QWidget):
    """Shows the value that the table's current cell holds."""

    closed = Signal()
    failed = Signal(object)  # Problem
    shown = Signal()  # the whole value is

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Cell detail")
        self.value: CellValue | None = None
        self._work: Work | None = None
        self.title = label(role=Role.HEADING, selectable=True)
        self.facts = label(role=Role.HINT, selectable=True, wrap=True)
        self.copy_ = IconButton("copy", "Copy Value")
        self.close_ = IconButton("close", "Close Cell Detail")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("Cell text")
        self.text.setProperty("body", "true")
        self.text.setProperty("role", "bare")
        self.text.setTabChangesFocus(True)
        self.lines = TextView("Cell value")
        self.values = ValueOpener(self.lines)
        self._lay_out()
        self.copy_.clicked.connect(self.copy)
        self.close_.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        grid = sizes().grid
        head = QHBoxLayout()
        head.setContentsMargins(grid * 3, grid, grid * 2, 0)
        head.setSpacing(grid // 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.copy_)
        head.addWidget(self.close_)
        self.facts.setContentsMargins(grid * 3, 0, grid * 2, grid)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(hairline())
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(grid * 50)

    def show_cell(self, background: Background, rows: Rows, row: int, column: Column) -> None:
        """Show what a row of the body holds in a column."""
        self.stop()
        self.values.begin(background)
        name = column.name
        self.title.setText(name if len(name) <= _NAME else name[:_NAME] + "…")
        set_plain_tip(self.title, name[:400] if len(name) > _NAME else "")

        def read() -> Generator[Any, None, tuple[CellValue, Readable | None]]:
            value = yield from cell_value(rows, row, name)
            if value.kind not in _NESTED and len(value.text) <= WRAPPED:
                return value, None
            nested = value.kind in _NESTED
            lines = pretty(value.text, BodyFormat.JSON) if nested else TextLines(value.text)
            yield from lines.read()
            return value, lines

        self._work = background.start_steps(
            read, success=lambda found: self._show(column, *found), failure=self._fail
        )

    def clear(self) -> None:
        """No cell is current."""
        self.stop()
        self.value = None
        self.title.setText("Cell")
        self.facts.setText("Choose a cell in the table.")
        self.copy_.setEnabled(False)
        self.text.clear()
        self._stack.setCurrentWidget(self.text)

    def stop(self) -> None:
        """Let go of what is being read."""
        self.values.close()
        if self._work is not None:
            self._work.drop()
            self._work = None

    def copy(self) -> None:
        """Copy the whole value: of a string what it says."""
        if self.value is not None and len(self.value.text) <= MOST_COPIED:
            QGuiApplication.clipboard().setText(self.value.text.decode("utf-8", "replace"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, column: Column, value: CellValue, lines: Readable | None) -> None:
        self._work = None
        self.value = value
        self.facts.setText(_facts(column, value))
        self.copy_.setEnabled(0 < len(value.text) <= MOST_COPIED)
        if lines is None:
            missing = value.kind is CellKind.MISSING
            self.text.setPlainText("" if missing else value.text.decode("utf-8", "replace"))
            self._stack.setCurrentWidget(self.text)
        else:
            nested = value.kind in _NESTED
            self.lines.set_highlighter(highlighter(BodyFormat.JSON) if nested else None)
            self.lines.show_lines(lines)
            self._stack.setCurrentWidget(self.lines)
        self.shown.emit()

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.failed.emit(problem)


def _facts(column: Column, value: CellValue) -> str:
    """Type, length and, of a point in time, when that is here."""
    words = [column.declared, value.kind.value]
    if value.kind is CellKind.STRING:
        words.append(_number(value.length, "character") if value.length else "empty")
        words.append(local_time(value.text[:64].decode("utf-8", "replace")) or "")
    elif value.kind in _NESTED:
        what = "member" if value.kind is CellKind.OBJECT else "element"
        words.append(_number(value.length, what) if value.length or value.size < 9 else "")
        words.append(_number(value.size, "byte"))
    elif value.kind is CellKind.MISSING:
        words.append("the row has no such key")
    return " · ".join(filter(None, words))


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")
