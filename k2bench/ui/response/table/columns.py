"""Which columns of a table are shown, in which order, how wide, and which stay when it scrolls.

What a person changed is kept by the columns' names, so that it holds for the next answer, too.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.view import ResponseTable
from k2bench.workbench.table_layouts import TableLayout

MOST_MOVED = 1000  # columns that are put into a remembered order: each move costs all behind it


class TableColumns(QObject):
    """Works on the headers of a `ResponseTable`. Columns are known by their logical index."""

    changed = Signal()  # a person changed something that is to be remembered

    def __init__(self, view: ResponseTable) -> None:
        super().__init__(view)
        self._view = view
        self._header = view.across
        self._layout = TableLayout()
        self._laid_out = 0  # columns that have their place and width
        self._by_itself = False
        self._header.sectionMoved.connect(self._moved)
        for header in (view.across, view.frozen.across):
            header.sized_by_hand.connect(self._sized)

    @property
    def layout(self) -> TableLayout:
        """What a person changed."""
        return self._layout

    @property
    def names(self) -> list[str]:
        """The columns there are, as they were found."""
        model = self._view.model()
        columns = model.columns if isinstance(model, TableModel) else ()
        return [column.name for column in columns]

    def shown(self) -> list[int]:
        """The columns that are shown, from left to right."""
        order = map(self._header.logicalIndex, range(self._header.count()))
        return [column for column in order if not self._header.isSectionHidden(column)]

    def hidden(self) -> list[int]:
        """The columns that are not shown."""
        every = range(self._header.count())
        return [column for column in every if self._header.isSectionHidden(column)]

    def use(self, layout: TableLayout) -> None:
        """Lay out the table that is shown now, and its columns to come."""
        self._layout = layout
        self._laid_out = 0
        self._by_itself = True
        self._unmove()  # Qt keeps what it can of the table before
        self._by_itself = False
        self.grew()

    def grew(self) -> None:
        """Lay out the columns that are new."""
        names = self.names
        if len(names) == self._laid_out:
            return
        self._by_itself = True
        hidden = set(self._layout.hidden)
        if hidden.issuperset(names):  # an answer of which nothing would be seen
            hidden = set()
        for column in range(self._laid_out, len(names)):
            width = self._layout.widths.get(names[column])
            if width is not None:
                self._view.setColumnWidth(column, round(width * sizes().grid))
            if self._view.isColumnHidden(column) is not (names[column] in hidden):
                self._view.setColumnHidden(column, names[column] in hidden)
        self._laid_out = len(names)
        self._put_in_order(names)
        self._by_itself = False
        there = set(names)
        self._view.frozen.freeze(sum(name in there for name in self._layout.frozen))

    def hide(self, column: int) -> None:
        """Hide a column; the last one shown stays."""
        self.show_only([other for other in self.shown() if other != column])

    def show_all(self) -> None:
        """Hide no column."""
        self.show_only(range(self._header.count()))

    def show_only(self, columns: Iterable[int]) -> None:
        """Show these and hide the others; does nothing when none would be left."""
        wanted = set(columns)
        if not wanted:
            return
        for column in range(self._header.count()):
            if self._header.isSectionHidden(column) is (column in wanted):
                self._view.setColumnHidden(column, column not in wanted)
        names = self.names
        others = [name for name in self._layout.hidden if name not in set(names)]
        self._change(hidden=(*others, *(names[column] for column in self.hidden())))
        self._view.frozen.follow()

    def freeze(self, column: int) -> None:
        """Freeze the columns up to this one, as they stand; a negative number: none."""
        count = self._header.visualIndex(column) + 1 if column >= 0 else 0
        self._view.frozen.freeze(count)
        self._change(frozen=self._first(count))

    def reset(self) -> None:
        """Every column as it came."""
        self._by_itself = True
        self._view.frozen.freeze(0)
        self._unmove()
        for column in self.hidden():
            self._view.setColumnHidden(column, False)
        self._view.measure_again()
        self._by_itself = False
        self._layout = TableLayout()
        self.changed.emit()

    def _unmove(self) -> None:
        for column in range(self._header.count() if self._header.sectionsMoved() else 0):
            came = self._header.visualIndex(column)
            if came != column:
                self._header.moveSection(came, column)

    def _put_in_order(self, names: list[str]) -> None:
        if not (self._layout.order or self._layout.frozen) or len(names) > MOST_MOVED:
            return
        wanted = dict.fromkeys((*self._layout.frozen, *self._layout.order, *names))
        places = {name: column for column, name in enumerate(names)}
        order = [places[name] for name in wanted if name in places]
        for place, column in enumerate(order):
            came = self._header.visualIndex(column)
            if came != place:
                self._header.moveSection(came, place)

    def _moved(self, *_: int) -> None:
        if self._by_itself:
            return
        count = self._header.count()
        order = self._first(count)
        gone = [name for name in self._layout.order if name not in set(order)]
        self._change(order=(*order, *gone), frozen=self._first(self._view.frozen.count))
        self._view.frozen.follow()

    def _first(self, count: int) -> tuple[str, ...]:
        """The names of the first so many columns as they stand."""
        names = self.names
        return tuple(names[self._header.logicalIndex(place)] for place in range(count))

    def _sized(self, column: int, size: int) -> None:
        names = self.names
        if column < len(names):
            self._change(widths={**self._layout.widths, names[column]: size / sizes().grid})

    def _change(self, **changes: Any) -> None:
        self._layout = replace(self._layout, **changes)
        self.changed.emit()
