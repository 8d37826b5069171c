"""A whole chart as a picture shows it: title, legend, plot, titles of the axes, notes."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from k2bench.content.chart.chart import Chart
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.chart.canvas import Canvas
from k2bench.ui.response.chart.legend import Legend

DENSITY = 2  # pixels of a picture for each of the screen


class ChartView(QWidget):
    """Shows one chart."""

    menu_requested = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.title = label(role=Role.HEADING, selectable=True, wrap=True)
        self.legend = Legend()
        self.canvas = Canvas()
        self.y_title = label(role=Role.HINT)
        self.x_title = label(role=Role.HINT)
        self.notes = label(role=Role.HINT, selectable=True, wrap=True)
        self.x_title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for words in (self.title, self.x_title, self.notes):
            words.setMinimumWidth(1)  # a long name must not widen the window
        grid = sizes().grid
        column = QVBoxLayout(self)
        column.setContentsMargins(grid * 3, grid * 2, grid * 3, grid * 2)
        column.setSpacing(grid)
        above = QHBoxLayout()
        above.setSpacing(grid * 4)
        above.addWidget(self.y_title)
        above.addWidget(self.legend, 1)
        column.addWidget(self.title)
        column.addLayout(above)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.x_title)
        column.addWidget(self.notes)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart."""
        self.title.setText(_clipped(chart.title, 200))
        self.legend.show_chart(chart)
        self.y_title.setText(_clipped(chart.y_title, 40))
        self.x_title.setText(_clipped(chart.x_title, 80))
        self.notes.setText(" ".join(chart.notes))
        self.notes.setVisible(bool(chart.notes))
        self.canvas.show_chart(chart)

    def image(self) -> QImage:
        """The chart as it stands, twice as fine as on the screen."""
        made = QImage(self.size() * DENSITY, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(DENSITY)
        made.fill(self.palette().window().color())
        self.render(made)
        return made

    def menu(self, actions: list[QAction]) -> QMenu:
        """The context menu, with the page's actions."""
        menu = QMenu(self)
        menu.addActions(actions)
        menu.addSeparator()
        menu.addAction("Reset View", self.canvas.reset_view)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())


def _clipped(words: str, longest: int) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
