"""Bodies of 5 and 50 MB in our views and in the plain ways: `QPlainTextEdit`, `json` + a model.

Takes about a minute, most of it the plain ways': `dev.py check` leaves it out. Memory that one
measurement gave back serves the next one, so the plain ways' figures are too small if anything.
"""

from __future__ import annotations

import json
import mmap
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QPlainTextEdit, QTableView

from tests.bench.bodies import ROWS
from tests.bench.body_stage import Painted, Stage, mapped, snapshot_of
from tests.bench.heartbeat import Heartbeat
from tests.bench.memory import resident_bytes
from tests.bench.table import Row

SIZES = (ROWS // 10, ROWS)
LIMIT = 300.0  # seconds that a plain way may take
WANTED = "zürich"
SORTED_BY = "LastName"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds until it is painted, the longest stall in seconds, megabytes over the body."""

    took: float
    stall: float
    megabytes: float = 0.0


class PlainModel(QAbstractTableModel):
    """Parsed rows, as most programs would show them."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        super().__init__()
        self._rows = rows
        self.names = list(rows[0])

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self.names)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            value = self._rows[index.row()][self.names[index.column()]]
            return value if isinstance(value, str) else json.dumps(value)
        return None


class PlainTable:
    """A `QTableView` over a proxy over a model of parsed rows."""

    def __init__(self) -> None:
        self.view = QTableView()
        self.view.resize(1000, 600)
        self.view.show()
        self.proxy = QSortFilterProxyModel()
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def open(self, data: mmap.mmap) -> None:
        """Parse and show."""
        self.model = PlainModel(json.loads(data[:])["value"])
        self.proxy.setSourceModel(self.model)
        self.view.setModel(self.proxy)

    def sort(self) -> None:
        """Sort by a column of texts."""
        self.proxy.sort(self.model.names.index(SORTED_BY))

    def filter(self) -> None:
        """Keep the rows that hold a text in any column."""
        self.proxy.setFilterFixedString(WANTED)


def bench() -> list[Row]:
    """Ours against the plain ways; ours may never be the slower or the larger one."""
    stage = Stage()
    rows: list[Row] = []
    for count in SIZES:
        data = mapped(count)
        what = f"{len(data) / 1e6:.0f} MB: "
        for name, (ours, plain) in _costs(stage, data).items():
            rows += _rows_of(what + name, ours, plain)
    stage.close()
    return rows


def _costs(stage: Stage, data: mmap.mmap) -> dict[str, tuple[Cost, Cost]]:
    ours = _ours(stage, data)
    plain = _plain_table(data)
    plain["text"] = _plain_text(data)
    return {name: (ours[name], plain[name]) for name in ours}


def _ours(stage: Stage, data: mmap.mmap) -> dict[str, Cost]:
    body = snapshot_of(data)
    before = resident_bytes()
    opened = stage.open_table(body)
    table = Cost(opened.painted, opened.stall, _over(data, before))
    column = [each.name for each in stage.table.view.model().columns].index(SORTED_BY)
    sort = Cost(*stage.arranged(lambda: stage.table.sort(column, False)))
    stage.arranged(stage.table.unsort)
    filtered = Cost(*stage.filtered(WANTED))
    stage.filtered("")
    before = resident_bytes()
    opened = stage.open_pretty(body)
    text = Cost(opened.painted, opened.stall, _over(data, before))
    return {"table": table, "sort": sort, "filter": filtered, "text": text}


def _plain_table(data: mmap.mmap) -> dict[str, Cost]:
    table = PlainTable()
    view = table.view.viewport()
    before = resident_bytes()
    opened = _cost(view, lambda: table.open(data))
    costs = {"table": Cost(opened.took, opened.stall, _over(data, before))}
    costs["sort"] = _cost(view, table.sort)
    costs["filter"] = _cost(view, table.filter)
    table.view.close()
    return costs


def _plain_text(data: mmap.mmap) -> Cost:
    edit = QPlainTextEdit()
    edit.setReadOnly(True)
    edit.resize(1000, 600)
    edit.show()
    before = resident_bytes()

    def show() -> None:
        edit.setPlainText(json.dumps(json.loads(data[:]), indent=2, ensure_ascii=False))

    cost = _cost(edit.viewport(), show)
    edit.close()
    return Cost(cost.took, cost.stall, _over(data, before))


def _cost(painted_on: Any, work: Callable[[], None]) -> Cost:
    """Do it on the GUI thread, as the plain ways do, and wait for the next paint."""
    with Heartbeat() as beat:
        started = time.perf_counter()
        work()
        painted = Painted(painted_on, lambda: True)
        painted_on.update()
        beat.run_until(lambda: painted.at is not None, LIMIT)
    return Cost(painted.seconds(started), beat.longest)


def _over(data: mmap.mmap, before: int) -> float:
    """Megabytes that came on top of the body, which is mapped; at least 1."""
    return max(1.0, (resident_bytes() - before - len(data)) / 1e6)


def _rows_of(what: str, ours: Cost, plain: Cost) -> list[Row]:
    rows = [
        _row(f"{what}, time", ours.took * 1e3, plain.took * 1e3, "ms"),
        _row(f"{what}, stall", ours.stall * 1e3, plain.stall * 1e3, "ms"),
    ]
    if plain.megabytes:
        rows.append(_row(f"{what}, memory", ours.megabytes, plain.megabytes, "MB"))
    return rows


def _row(what: str, ours: float, plain: float, unit: str) -> Row:
    return Row(what, ours / plain, 1, "x", f"ours {ours:.0f} {unit}, plain {plain:.0f} {unit}")
