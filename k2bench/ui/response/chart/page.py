"""The page *Chart*: what the columns of an answer look like. Drawn on a wish, never before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from k2bench.apis.view import TableView
from k2bench.content.chart.chart import Chart, Undrawable
from k2bench.content.chart.choice import Choice
from k2bench.content.chart.drawing import draw
from k2bench.content.chart.fields import Field
from k2bench.content.rows import Rows
from k2bench.core.problem import Problem
from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.chart import picture
from k2bench.ui.response.chart.charting import Chartable, chartable
from k2bench.ui.response.chart.controls import ChartControls
from k2bench.ui.response.chart.library import load
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page

if TYPE_CHECKING:
    from k2bench.ui.response.chart.chart_view import ChartView

LOADING = ("chart", "Loading…", "The rows are read and the chart is drawn.")


class ChartPage(Page):
    """Reads the rows, offers their columns, draws what is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.controls = ChartControls()
        self.note = NoteStrip("Chart note")
        self.blank = EmptyState(*LOADING)
        self.view: ChartView | None = None  # made once pyqtgraph is there
        self.copy = QAction("Copy Picture", self)
        self.save = QAction("Save Picture...", self)
        self.tools = _buttons(self.copy, self.save)
        self._source: BodySource | None = None
        self._rows: Rows | None = None
        self._fields: tuple[Field, ...] = ()
        self._reading: Work | None = None
        self._drawing: Work | None = None
        self._saving: Work | None = None
        self._lay_out()
        self.controls.choice_changed.connect(self._draw)
        self.copy.triggered.connect(self.copy_picture)
        self.save.triggered.connect(self.ask_where)

    def _lay_out(self) -> None:
        grid = sizes().grid
        self._top = QWidget()
        around = QVBoxLayout(self._top)
        around.setContentsMargins(grid * 3, grid * 2, grid * 3, grid)
        around.addWidget(self.controls)
        self._stack = _Room()
        self._stack.addWidget(self.blank)
        inner = QWidget()
        parts = QVBoxLayout(inner)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self._top)
        parts.addWidget(self._stack, 1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(area, 1)

    def show_source(self, source: BodySource) -> None:
        """Chart the rows of another body."""
        self.stop()
        self._source = source
        self._top.hide()
        self._show_blank(LOADING)
        asked = next((v for v in source.views if isinstance(v, TableView)), TableView())
        data = source.data
        self._reading = source.background.start_steps(
            lambda: chartable(data, asked, load), success=self._read_all, failure=self._fail
        )

    def stop(self) -> None:
        """Let go of the body."""
        for work in (self._reading, self._drawing):
            if work is not None:
                work.drop()
        self._reading = self._drawing = None
        self._rows = None
        self.note.show_note("")

    @property
    def choice(self) -> Choice:
        """What is drawn."""
        return self.controls.choice

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as it stands."""
        if self.view is not None and self._is_drawn():
            QGuiApplication.clipboard().setImage(self.view.image())

    def ask_where(self) -> None:
        """Ask for a file, then save the chart there."""
        if not self._is_drawn():
            return
        dialog = QFileDialog(self, "Save Picture")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(picture.FILTERS.split(";;"))
        dialog.setDefaultSuffix("png")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen[-4:-1]))
        dialog.selectFile("chart.png")
        dialog.fileSelected.connect(lambda name: self.save_picture(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_picture(self, path: Path) -> None:
        """Save the chart as it stands: SVG where the name ends so, else PNG."""
        if self.view is None or self._source is None or not self._is_drawn():
            return
        svg = path.suffix.lower() == ".svg"
        drawn = picture.svg_of(self.view) if svg else self.view.image()
        self._saving = self._source.background.start_steps(
            lambda: picture.write(drawn, path), success=self._saved, failure=self._fail_to_save
        )

    def _read_all(self, found: Chartable) -> None:
        self._reading = None
        self._rows, self._fields = found.rows, found.fields
        if found.rows is None or not found.rows.count:
            self._show_blank(("chart", "No rows to draw", "The answer holds no list of rows."))
            self.read.emit()
            return
        if self.view is None:
            from k2bench.ui.response.chart.chart_view import ChartView  # loaded by now

            self.view = ChartView()
            self._stack.addWidget(self.view)
            self.view.menu_requested.connect(self._show_menu)
        self.controls.show_fields(found.fields)
        self._top.show()
        self._draw()

    def _draw(self, _: object = None) -> None:
        """Draw what is chosen now; the last chart stays until the next is there."""
        if self._drawing is not None:
            self._drawing.drop()
        if self._source is None or self._rows is None:
            return
        rows, fields, choice = self._rows, self._fields, self.choice
        self._drawing = self._source.background.start_steps(
            lambda: draw(rows, fields, choice), success=self._drawn, failure=self._fail
        )

    def _drawn(self, chart: Chart | Undrawable) -> None:
        self._drawing = None
        if isinstance(chart, Undrawable):
            self._show_blank(("chart", chart.title, chart.hint))
        elif self.view is not None and self._source is not None:
            self._source.background.first_with_paint()
            self.view.show_chart(chart)
            self._stack.setCurrentWidget(self.view)
            self._enable(True)
        self.read.emit()

    def _show_blank(self, words: tuple[str, str, str]) -> None:
        self.blank.show_words(*words)
        self._stack.setCurrentWidget(self.blank)
        self._enable(False)

    def _enable(self, drawn: bool) -> None:
        for action in (self.copy, self.save):
            action.setEnabled(drawn)

    def _is_drawn(self) -> bool:
        return bool(self.copy.isEnabled())

    def _show_menu(self, place: QPoint) -> None:
        if self.view is not None:
            self.view.menu([self.copy, self.save]).popup(place)

    def _saved(self, path: Path) -> None:
        self._saving = None
        self.note.show_note("")

    def _fail_to_save(self, problem: Problem) -> None:
        self._saving = None
        self.note.show_note(f"{problem.title}. {problem.hint}")

    def _fail(self, problem: Problem) -> None:
        self._reading = self._drawing = None
        self._show_blank(("error", problem.title, problem.hint))
        self.failed.emit(problem)


class _Room(QStackedWidget):
    """As high as there is room, and scrolled where that is less than a chart needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(sizes().grid * 60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def hasHeightForWidth(self) -> bool:
        return False  # else its pages' wishes for more would be scrolled to


def _buttons(copy: QAction, save: QAction) -> QWidget:
    tools = QWidget()
    row = QHBoxLayout(tools)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes().grid)
    for action, icon_name in ((copy, "copy"), (save, "save")):
        button = IconButton(icon_name, action.text())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        button.setEnabled(action.isEnabled())
        row.addWidget(button)
    return tools
