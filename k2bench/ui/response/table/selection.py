"""What is selected in a table, as rows of the body and names of columns. Hidden columns are not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QItemSelectionRange

from k2bench.content.copying import Band
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.view import ResponseTable


@dataclass(frozen=True, slots=True)
class SelectedCells:
    """Cells to be copied: the columns in the order shown, the rows in bands, and how many."""

    names: tuple[str, ...]
    bands: tuple[Band, ...]
    count: int


def selected_cells(view: ResponseTable) -> SelectedCells:
    """The selection of a table, in the order shown."""
    model = view.model()
    if not isinstance(model, TableModel):
        return SelectedCells((), (), 0)
    # PySide's stubs do not say that a selection is a sequence
    parts = list(cast(Iterable[QItemSelectionRange], view.selectionModel().selection()))
    cuts = sorted({edge for part in parts for edge in (part.top(), part.bottom() + 1)})
    header = view.across
    bands, used, count = [], set[int](), 0
    for top, stop in pairwise(cuts):
        across = [part for part in parts if part.top() <= top and part.bottom() >= stop - 1]
        columns = {c for part in across for c in range(part.left(), part.right() + 1)}
        columns = {column for column in columns if not header.isSectionHidden(column)}
        if columns:
            used |= columns
            count += len(columns) * (stop - top)
            names = frozenset(model.columns[column].name for column in columns)
            bands.append(Band(_sources(model, top, stop), names))
    shown = sorted(used, key=header.visualIndex)
    return SelectedCells(tuple(model.columns[c].name for c in shown), tuple(bands), count)


def _sources(model: TableModel, top: int, stop: int) -> Sequence[int]:
    return range(top, stop) if model.order is None else model.order[top:stop]
