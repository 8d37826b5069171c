"""Sorts and filters a table on the work lane; what was asked for last is what is shown."""

from PySide6.QtCore import QObject, Signal

from k2bench.content.arrangement import Arrangement, arrange
from k2bench.content.data import Order
from k2bench.core.problem import Problem
from k2bench.ui.response.background import Background, Work
from k2bench.ui.response.table.model import TableModel


class Arranger(QObject):
    """Knows what is wanted, also while there is no table yet.

    Attributes:
        wanted: which rows in which order.
    """

    wanted_changed = Signal()
    arranged = Signal()  # the table shows what is wanted
    failed = Signal(object)  # Problem

    def __init__(self) -> None:
        super().__init__()
        self.wanted = Arrangement()
        self._background: Background | None = None
        self._model: TableModel | None = None
        self._work: Work | None = None

    @property
    def sorted_by(self) -> tuple[int, bool] | None:
        """The column of the model that it is sorted by, and whether the largest is first."""
        names = [column.name for column in self._model.columns] if self._model else []
        if self.wanted.sort_by not in names:
            return None
        return names.index(self.wanted.sort_by), self.wanted.descending

    def want(self, wanted: Arrangement) -> None:
        """Show rows as wanted; later, if the table is not there yet."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self.wanted_changed.emit()
        self._begin()

    def begin(self, background: Background, model: TableModel) -> None:
        """The rows of a table are all there: show them as wanted, as far as it has the columns."""
        self._background, self._model = background, model
        kept = self.wanted.for_columns([column.name for column in model.columns])
        if kept != self.wanted:
            self.wanted = kept
            self.wanted_changed.emit()
        if self.wanted != Arrangement() or model.order is not None:
            self._begin()

    def stop(self) -> None:
        """Let go of the table; what is wanted stays."""
        if self._work is not None:
            self._work.drop()
        self._work = self._model = self._background = None

    def _begin(self) -> None:
        if self._work is not None:
            self._work.drop()
            self._work = None
        model, background, wanted = self._model, self._background, self.wanted
        if model is None or background is None:
            return
        rows, columns = model.table.rows, model.columns
        self._work = background.start_steps(
            lambda: arrange(rows, columns, wanted),  # no widget: the lane may hold it last
            success=self._arranged,
            failure=self._fail,
        )

    def _arranged(self, order: Order | None) -> None:
        self._work = None
        if self._model is not None:
            self._model.set_order(order, self.sorted_by)
            self.arranged.emit()

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.failed.emit(problem)
