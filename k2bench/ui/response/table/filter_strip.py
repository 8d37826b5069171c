"""The filters of single columns, as chips to be taken away, and the line to type one in."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from k2bench.content.column_filter import ColumnFilter
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.flow_layout import FlowLayout
from k2bench.ui.kit.labels import Role, hairline, label, set_plain_tip
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.kit.tones import sizes

TYPING = 200  # milliseconds without a key before a filter starts
_SHOWN = 60  # characters of a chip
MOST_CHIPS = 30


class FilterStrip(QWidget):
    """Takes no room while nothing is filtered."""

    text_changed = Signal(str, str)  # column, what its values are to hold
    remove_requested = Signal(object)  # ColumnFilter
    clear_requested = Signal()
    left = Signal()  # the line is closed: the table has the focus again

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Column filters")
        self.field: SearchField | None = None
        self._column = ""
        self._filters: tuple[ColumnFilter, ...] = ()
        self._parts: list[QWidget] = []
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self._tell)
        grid = sizes().grid
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._row = FlowLayout(grid * 2)
        around = QVBoxLayout()
        around.setContentsMargins(grid * 3, grid, grid * 3, grid)
        around.addLayout(self._row)
        column.addLayout(around)
        column.addWidget(hairline())
        self.hide()

    def show_filters(self, filters: Sequence[ColumnFilter]) -> None:
        """These are on."""
        if self._filters != tuple(filters):
            self._filters = tuple(filters)
            self._fill()

    def edit(self, column: str) -> None:
        """Let a person type what the values of a column are to hold."""
        self.close_field()
        self._column = column
        field = self.field = SearchField(f"Filter {self._named}")
        field.setFixedWidth(sizes().grid * 60)
        typed = next((f.text for f in self._filters if self._is_typed(f)), "")
        field.setText(typed)
        field.textChanged.connect(lambda _: self._typing.start())
        field.returnPressed.connect(self._finish)
        field.left.connect(self._finish)
        self._fill()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """The line goes, what was typed stays."""
        if self.field is not None:
            self.apply_now()
            field, self.field = self.field, None
            self._fill()
            field.deleteLater()

    def apply_now(self) -> None:
        """Filter by what stands in the line, without waiting for another key."""
        if self._typing.isActive():
            self._typing.stop()
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return  # was for the line
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.field is not None:
            self.text_changed.emit(self._column, self.field.text())

    @property
    def _named(self) -> str:
        short = self._column if len(self._column) <= _SHOWN else self._column[:_SHOWN] + "…"
        return " ".join(short.split()) or "(no name)"

    def _finish(self) -> None:
        self.apply_now()
        self.close_field()
        self.left.emit()

    def _is_typed(self, each: ColumnFilter) -> bool:
        return each.column == self._column and each.value is None and not each.excluded

    def _fill(self) -> None:
        while self._row.takeAt(0) is not None:
            pass
        for part in self._parts:
            part.hide()
            part.deleteLater()
        typing = self.field is not None
        chips = [each for each in self._filters if not (typing and self._is_typed(each))]
        self._parts = [self._chip(each) for each in chips[:MOST_CHIPS]]
        if self._filters:
            clear = Button("Clear Filters")
            clear.setFlat(True)
            clear.clicked.connect(self.clear_requested)
            self._parts.append(clear)
        row: list[QWidget] = list(self._parts)
        if self.field is not None:
            said = label(f"{self._named} contains", Role.HINT)
            said.setFixedHeight(self.field.sizeHint().height())
            self._parts.append(said)
            row = [said, self.field, *row]
        for part in row:
            self._row.addWidget(part)
            part.show()
        self.setVisible(bool(row))
        self.updateGeometry()

    def _chip(self, each: ColumnFilter) -> Button:
        words = " ".join(f"{each.column} {each.words()}".split())
        short = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
        chip = Button(short, "close")
        set_plain_tip(chip, f"Remove this filter: {words[:400]}")
        chip.clicked.connect(partial(self.remove_requested.emit, each))
        return chip
