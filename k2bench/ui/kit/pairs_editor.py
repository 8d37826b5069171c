"""A table of names and values that can be edited as text too."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from k2bench.core.request import Pair
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.key_value_table import KeyValueTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.pairs_text import pairs_to_text, text_to_pairs
from k2bench.ui.kit.tones import sizes

REST = 3  # place in the layout of what is below the foot
_RULES = {
    False: "A row without its tick is kept and not sent.",
    True: "A line that begins with // is kept and not sent.",
}


class PairsEditor(QWidget):
    """Shows and gives what `KeyValueTable` does; Bulk Edit turns it into lines and back."""

    pairs_changed = Signal(tuple)  # tuple[Pair, ...], after a change by hand

    def __init__(self, name: str, suggestions: Iterable[str] = ()) -> None:
        super().__init__()
        self.table = KeyValueTable(name, suggestions)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.table.pairs_changed.connect(self.pairs_changed)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(f"{name} as text")
        self.text.setPlaceholderText("name: value\n//name: value that is not sent")
        self.text.setProperty("body", "true")
        self.text.textChanged.connect(self._text_changed)
        self.bulk = Button("Bulk Edit", "edit")
        self.bulk.setCheckable(True)
        self.bulk.toggled.connect(self._turn)
        self._rule = label(_RULES[False], Role.HINT)
        self._showing = False
        self._lay_out()

    def pairs(self) -> tuple[Pair, ...]:
        """The rows or lines that are not empty, in order."""
        if self.bulk.isChecked():
            return text_to_pairs(self.text.toPlainText())
        return self.table.pairs()

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Other pairs. Does nothing if they are those there are."""
        if pairs != self.pairs():
            self.table.show_pairs(pairs)
            self._show_text(pairs)

    def show_fixed(self, pairs: tuple[Pair, ...]) -> None:
        """Dim rows at the top of the table that come by themselves."""
        self.table.show_fixed(pairs)

    def _turn(self, bulk: bool) -> None:
        if bulk:
            self._show_text(self.table.pairs())
        else:
            self.table.show_pairs(text_to_pairs(self.text.toPlainText()))
        self._rule.setText(_RULES[bulk])
        self.table.setVisible(not bulk)
        self._column.setStretch(REST, 0 if bulk else 1)
        self.text.setVisible(bulk)

    def _show_text(self, pairs: tuple[Pair, ...]) -> None:
        self._showing = True
        self.text.setPlainText(pairs_to_text(pairs))
        self._showing = False

    def _text_changed(self) -> None:
        if not self._showing:
            self.pairs_changed.emit(self.pairs())

    def _lay_out(self) -> None:
        grid = sizes().grid
        foot = QHBoxLayout()
        foot.setContentsMargins(grid * 3, grid, grid * 3, grid)
        foot.addWidget(self._rule)
        foot.addStretch()
        foot.addWidget(self.bulk)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        column.addStretch(1)  # the foot follows the last row of the table
        self.text.hide()
