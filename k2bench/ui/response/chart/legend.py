"""Which mark and colour belong to which series."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QHBoxLayout, QWidget

from k2bench.content.chart.chart import Chart
from k2bench.content.chart.choice import ChartKind
from k2bench.ui.kit.flow_layout import FlowLayout
from k2bench.ui.kit.labels import Role, label, set_plain_tip
from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.response.chart.marks import SHAPES, shape_of

LONGEST = 40  # characters of a name


class Legend(QWidget):
    """The names of the series in the order in which they are drawn; hidden for a single one."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Legend")
        self._flow = FlowLayout(sizes().grid * 3)
        self.setLayout(self._flow)

    def show_chart(self, chart: Chart) -> None:
        """Name the series of another chart."""
        while item := self._flow.takeAt(0):
            if entry := item.widget():
                entry.setParent(None)
                entry.deleteLater()
        shown = len(chart.series) > 1
        names = [series.name for series in chart.series] if shown else []
        for index, name in enumerate(names):
            self._flow.addWidget(_entry(index, name, chart.kind))
        self.setAccessibleDescription(", ".join(names))
        self.setVisible(shown)


class Swatch(QWidget):
    """The mark of one series in its colour."""

    def __init__(self, index: int, kind: ChartKind) -> None:
        super().__init__()
        self._index = index
        self._kind = kind
        self.setFixedSize(sizes().icon + 4, sizes().icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        series = colours_of(self.palette()).series
        colour = QColor(series[self._index % len(series)])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().toRectF().center()
        if self._kind is ChartKind.BAR:
            painter.fillRect(int(middle.x() - 5), int(middle.y() - 5), 11, 11, colour)
            return
        if self._kind is ChartKind.LINE:
            painter.setPen(QPen(colour, 2))
            painter.drawLine(0, int(middle.y()), self.width(), int(middle.y()))
        painter.setPen(
            QPen(colour, 1) if SHAPES[self._index % len(SHAPES)] in "+x" else Qt.PenStyle.NoPen
        )
        painter.setBrush(colour)
        place = QTransform.fromTranslate(middle.x(), middle.y()).scale(9, 9)
        painter.drawPath(place.map(shape_of(self._index)))


def _entry(index: int, name: str, kind: ChartKind) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes().grid)
    shown = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    words = label(shown, Role.HINT)
    if shown != name:
        set_plain_tip(words, name)
    row.addWidget(Swatch(index, kind))
    row.addWidget(words)
    return entry
