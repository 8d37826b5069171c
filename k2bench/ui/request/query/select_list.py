"""`$select` as ticks: the columns of the rows, with a filter."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.fields import fields, navigations
from k2bench.apis.odata.querying.select_parts import STAR, SelectParts, read
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import plain_tip
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.hint_label import HintLabel
from k2bench.ui.request.query.surroundings import Surroundings

MOST_LINES = 5
NO_COLUMNS = "The columns are not known. Type their names, or refresh the explorer."
NO_LIST = "The text is no list of names yet; ticks come back when it is."


class ColumnTicks(QListWidget):
    """The names in lines, like words."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Columns to select")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(sizes().grid // 2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "ticks")


class SelectList(QWidget):
    """Nothing ticked: all columns come."""

    text_edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: SelectParts | None = SelectParts()
        self.filter = SearchField("Filter columns")
        self.all = Button("All")
        self.none = Button("None")
        self.ticks = ColumnTicks()
        self._hint = HintLabel()
        grid = sizes().grid
        row = QHBoxLayout()
        row.setSpacing(grid * 2)
        row.addWidget(self.filter, 1)
        row.addWidget(self.all)
        row.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid)
        column.addLayout(row)
        column.addWidget(self.ticks)
        column.addWidget(self._hint)
        self.filter.textChanged.connect(self._filter)
        self.ticks.itemChanged.connect(self._tick)
        self.all.clicked.connect(lambda: self._put(SelectParts(), self.names()))
        self.none.clicked.connect(lambda: self.text_edited.emit(""))

    def names(self) -> list[str]:
        """All that can be ticked."""
        return [self.ticks.item(row).text() for row in range(self.ticks.count())]

    def ticked(self) -> list[str]:
        """What is ticked."""
        on = Qt.CheckState.Checked
        items = (self.ticks.item(row) for row in range(self.ticks.count()))
        return [item.text() for item in items if item.checkState() is on]

    def show_surroundings(self, known: Surroundings) -> None:
        """Which columns there are."""
        with QSignalBlocker(self.ticks):
            self.ticks.clear()
            if known.index is not None:
                for each in fields(known.index, known.type_name):
                    self._add(each.path, each.type)
                for way in navigations(known.index, known.type_name):
                    self._add(way.path, way.type)
            self._show_ticks()
        self._say()

    def show_text(self, text: str, dialect: Dialect) -> None:
        """What the option says."""
        self._parts = read(text)
        with QSignalBlocker(self.ticks):
            self._show_ticks()
        self._say()

    def hint(self) -> str:
        """What is said below the ticks."""
        return self._hint.text()

    def leave(self) -> None:
        """Nothing is under way."""

    def _add(self, name: str, type_name: str) -> None:
        item = QListWidgetItem(name, self.ticks)
        item.setToolTip(plain_tip(type_name.removeprefix("Edm.")))
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Unchecked)
        width = self.ticks.fontMetrics().horizontalAdvance(name) + sizes().icon + sizes().grid * 5
        item.setSizeHint(QSize(width, sizes().row))

    def _show_ticks(self) -> None:
        parts = self._parts
        for row in range(self.ticks.count()):
            item = self.ticks.item(row)
            on = parts is not None and parts.has(item.text())
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _say(self) -> None:
        known = self.ticks.count() > 0
        for each in (self.filter, self.all, self.none, self.ticks):
            each.setVisible(known)
        self.ticks.setEnabled(self._parts is not None)
        self._hint.say(NO_COLUMNS if not known else NO_LIST if self._parts is None else "")
        self._fit()

    def _filter(self, typed: str) -> None:
        wanted = typed.strip().casefold()
        for row in range(self.ticks.count()):
            item = self.ticks.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _tick(self, item: QListWidgetItem) -> None:
        if self._parts is None:
            return
        name = item.text()
        if item.checkState() is Qt.CheckState.Checked:
            self._put(self._parts, [name])
        else:
            self._parts = self._parts.unticked(name)
            self.text_edited.emit(self._parts.text)

    def _put(self, parts: SelectParts, names: list[str]) -> None:
        for name in names:
            parts = parts.unticked(STAR).ticked(name)
        self._parts = parts
        self.text_edited.emit(parts.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines, up to some."""
        line = sizes().row + sizes().grid
        last = (
            self.ticks.visualItemRect(self.ticks.item(self.ticks.count() - 1)).bottom()
            if self.ticks.count()
            else 0
        )
        last += self.ticks.verticalScrollBar().value()
        lines = min(max(1, -(-last // line)), MOST_LINES)
        self.ticks.setFixedHeight(lines * line + sizes().grid * 2)
