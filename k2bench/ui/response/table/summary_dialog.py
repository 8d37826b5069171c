"""The figures of one column, computed while the window lives; closing it ends the computing."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from k2bench.content.column_summary import MOST_DISTINCT, ColumnSummary, summarize
from k2bench.content.columns import Column, ColumnType, told_type
from k2bench.content.data import Progress
from k2bench.content.rows import Rows
from k2bench.core.problem import Problem
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.facts_table import FactsTable
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background, Work

_TEXT = 200  # characters of a value
_ENDS = {
    ColumnType.NUMBER: ("Minimum", "Maximum"),
    ColumnType.TIME: ("Earliest", "Latest"),
    ColumnType.TEXT: ("First", "Last"),
}


class SummaryDialog(QDialog):
    """Every figure can be selected and copied."""

    ready = Signal()

    def __init__(self, column: Column, of_what: str, parent: QWidget | None = None) -> None:
        """`of_what` says which rows it is about: `200 of 1,000 rows`."""
        super().__init__(parent)
        name = " ".join(column.name.split()) or "(no name)"
        self.setWindowTitle(f"Summary of {name[:60]}")
        self.resize(sizes().grid * 120, sizes().grid * 170)
        self._column = column
        self._work: Work | None = None
        self.what = label(of_what, Role.HINT, selectable=True, wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName("Summing up")
        self.figures = FactsTable("Figures", ("Figure", "Value"), (40,))
        self.top = FactsTable("Most frequent values", ("Rows", "Most frequent values"), (24,))
        self.copy_ = Button("Copy")
        self.close_ = Button("Close", primary=True)
        self._lay_out()
        self.copy_.clicked.connect(self.copy)
        self.close_.clicked.connect(self.accept)
        self.finished.connect(self.stop)

    def _lay_out(self) -> None:
        grid = sizes().grid
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_)
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(self.what)
        column.addWidget(self.progress)
        column.addWidget(self.figures, 1)
        column.addWidget(self.top, 1)
        column.addLayout(buttons)
        self.copy_.setEnabled(False)

    def start(self, background: Background, rows: Rows, only: Sequence[int] | None) -> None:
        """Sum up these rows; all when `only` is None."""
        name, told = self._column.name, told_type(self._column.declared)
        self._work = background.start_steps(
            lambda: summarize(rows, name, only, told),
            success=self.show_summary,
            failure=self._fail,
            progress=self._tell,
        )

    def stop(self) -> None:
        """End the computing."""
        if self._work is not None:
            self._work.drop()
            self._work = None

    def show_summary(self, summary: ColumnSummary) -> None:
        """Show the figures."""
        self._work = None
        self.progress.hide()
        self.figures.show_rows(_figures(summary))
        self.top.show_rows((f"{count:,}", _value(text)) for text, count in summary.top)
        self.copy_.setEnabled(True)
        self.ready.emit()

    def copy(self) -> None:
        """Copy all of it, a line each."""
        lines = [self.windowTitle(), self.what.text()]
        lines += [line for table in (self.figures, self.top) for line in _lines(table)]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _tell(self, progress: Progress) -> None:
        self.progress.setRange(0, 1000)
        self.progress.setValue(1000 * progress.done // max(1, progress.total))

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.progress.hide()
        self.what.setText(f"{problem.title}. {problem.hint}")


def _figures(summary: ColumnSummary) -> Iterator[tuple[str, str]]:
    yield "Rows", f"{summary.rows:,}"
    yield "Null", f"{summary.nulls:,}"
    yield "Missing", f"{summary.missing:,}"
    yield "Empty text", f"{summary.empty:,}"
    more = f"more than {MOST_DISTINCT:,}" if summary.overflowed else f"{summary.distinct:,}"
    yield "Distinct", more
    found = summary.range
    if found is not None:
        first, last = _ENDS[found.type]
        yield first, _value(found.smallest)
        yield last, _value(found.largest)
        if found.type is ColumnType.NUMBER:
            yield "Sum", found.total
            yield "Mean", found.mean
        values = summary.rows - summary.nulls - summary.missing
        if found.count != values - summary.empty:
            yield "Compared", f"{found.count:,} {found.type.value} values of {values:,}"


def _value(text: str) -> str:
    if not text:
        return "(empty text)"
    text = text.replace("\r\n", "\n").replace("\n", "⏎").replace("\x00", " ")
    return text[:_TEXT] + "…" * (len(text) > _TEXT)


def _lines(table: FactsTable) -> Iterator[str]:
    for row in range(table.rowCount()):
        items = (table.item(row, column) for column in range(table.columnCount()))
        yield "\t".join(item.text() if item is not None else "" for item in items)
