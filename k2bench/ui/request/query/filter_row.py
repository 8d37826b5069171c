"""One line of a filter's rows: how it is joined, what it says, what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from k2bench.apis.odata.querying.filter_parts import Join
from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.labels import set_plain_tip
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.join_cell import JoinCell

INDENT = 6  # grid units a level


class FilterRow(QWidget):
    """Holds any widget; `commands` are its menu."""

    def __init__(
        self,
        number: str,
        depth: int,
        join: JoinCell,
        content: QWidget,
        commands: Sequence[tuple[str, Callable[[], None]]],
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(depth * INDENT * sizes().grid, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        row.addWidget(join)
        row.addWidget(content, 1 if isinstance(content, RawRow) else 0)
        more = IconButton("more", f"More for {number}")
        self.menu = QMenu(self)
        for text, do in commands:
            action = QAction(text, self.menu)
            action.triggered.connect(do)
            self.menu.addAction(action)
        more.clicked.connect(lambda: self.menu.popup(more.mapToGlobal(more.rect().bottomLeft())))
        remove = IconButton("close", f"Remove {number}")
        remove.clicked.connect(commands[-1][1])  # the last one removes
        row.addWidget(more)
        row.addWidget(remove)
        row.addStretch(0 if isinstance(content, RawRow) else 1)
        self.content = content


class RawRow(QLineEdit):
    """A part that no row can show, as its text."""

    text_finished = Signal(str)

    def __init__(self, number: str, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(f"Condition {number}")
        set_plain_tip(self, f"Condition {number}: edited as text")
        self.setProperty("body", "true")
        self.setCursorPosition(0)
        self._shown = text
        self.setReadOnly(self.text() != text)
        self.editingFinished.connect(self._finish)

    def _finish(self) -> None:
        if not self.isReadOnly() and self.text() != self._shown and self.text().strip():
            self._shown = self.text()
            self.text_finished.emit(self._shown)


def join_of(number: str, index: int, join: Join, chosen: Callable[[Join], None]) -> JoinCell:
    """The cell before a row, connected."""
    made = JoinCell(number, index, join)
    made.join_chosen.connect(chosen)
    return made
