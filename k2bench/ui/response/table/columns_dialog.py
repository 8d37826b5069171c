"""Which columns are shown: ticks, and a line to find some among hundreds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from k2bench.content.columns import Column
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.row_delegate import RowDelegate
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.table.column_list import ColumnList, toggled


class ColumnsDialog(QDialog):
    """Nothing changes before *Show Columns*."""

    chosen = Signal(object)  # list[int]: the columns to show

    def __init__(
        self, columns: list[tuple[int, Column]], shown: set[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Columns")
        self.resize(sizes().grid * 100, sizes().grid * 130)
        self.model = ColumnList(columns, shown, self)
        self.search = SearchField("Find a column")
        self.list = QListView()
        self.list.setAccessibleName("Columns")
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setCurrentIndex(self.model.index(0))
        self.count = label(role=Role.HINT)
        self.all = Button("Tick All")
        self.none = Button("Clear All")
        self.cancel = Button("Cancel")
        self.apply = Button("Show Columns", primary=True)
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.list.activated.connect(lambda index: toggled(self.model, index))
        self.all.clicked.connect(lambda: self.model.tick_all(True))
        self.none.clicked.connect(lambda: self.model.tick_all(False))
        self.model.dataChanged.connect(self._tell)
        self.cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self._choose)
        self.apply.setDefault(True)
        self._tell()

    def _lay_out(self) -> None:
        grid = sizes().grid
        ticks, buttons = QHBoxLayout(), QHBoxLayout()
        ticks.addWidget(self.count, 1)
        for button in (self.all, self.none):
            ticks.addWidget(button)
        buttons.addStretch()
        for button in (self.cancel, self.apply):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(ticks)
        column.addLayout(buttons)

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
        self._tell()

    def _tell(self) -> None:
        listed, shown = self.model.rowCount(), len(self.model.shown)
        self.count.setText(f"{shown:,} ticked · {listed:,} listed")
        self.apply.setEnabled(bool(shown))

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(sorted(self.model.shown))
