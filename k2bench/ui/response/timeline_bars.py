"""The phases of an exchange as bars, one below the other on one scale."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.response.timeline import Phase, milliseconds

_TONES = (Tone.ACCENT, Tone.VIOLET, Tone.WARN, Tone.NEUTRAL, Tone.GOOD)
_NARROWEST = 2  # pixels of a bar, however short its phase


class TimelineBars(QWidget):
    """Painted by itself: a screen reader is given the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Timeline")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._phases: tuple[Phase, ...] = ()

    def show_phases(self, phases: tuple[Phase, ...]) -> None:
        """Other phases."""
        self._phases = phases
        words = [f"{phase.name}: {milliseconds(phase.seconds)}" for phase in phases]
        self.setAccessibleDescription("\n".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sizes().grid * 60, sizes().row * len(self._phases))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()  # the zoom may be another

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, grid = painter.fontMetrics(), sizes().grid
        names = max((metrics.horizontalAdvance(p.name) for p in self._phases), default=0)
        figures = max(
            (metrics.horizontalAdvance(milliseconds(p.seconds)) for p in self._phases), default=0
        )
        left = names + grid * 4
        room = max(0, self.width() - left - figures - grid * 4)
        whole = sum(phase.seconds for phase in self._phases) or 1.0
        for row, phase in enumerate(self._phases):
            start = left + room * phase.begun / whole
            width = max(_NARROWEST, room * phase.seconds / whole)
            box = QRectF(start, row * sizes().row, width, sizes().row)
            self._paint_phase(painter, phase, box)

    def _paint_phase(self, painter: QPainter, phase: Phase, box: QRectF) -> None:
        colours, grid = colours_of(self.palette()), sizes().grid
        order = [each.name for each in self._phases].index(phase.name)
        tone = _TONES[(order - len(self._phases)) % len(_TONES)]
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.dim))
        names = QRectF(0, box.top(), box.left(), box.height())
        painter.drawText(names, middle | Qt.AlignmentFlag.AlignLeft, phase.name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.dim if tone is Tone.NEUTRAL else colours.of(tone)))
        bar = box.adjusted(0, box.height() / 4, 0, -box.height() / 4)
        painter.drawRoundedRect(bar, min(3.0, bar.width() / 2), 3.0)
        painter.setPen(QColor(colours.text))
        beside = QRectF(box.right() + grid * 2, box.top(), self.width(), box.height())
        painter.drawText(beside, middle | Qt.AlignmentFlag.AlignLeft, milliseconds(phase.seconds))
