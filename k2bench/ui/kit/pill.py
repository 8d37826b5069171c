"""A rounded status: icon, word and colour together, the text selectable."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.labels import Role, make_selectable, set_plain_tip, set_tone
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import colours_of, sizes

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.GOOD: "check",
    Tone.WARN: "warning",
    Tone.BAD: "error",
    Tone.VIOLET: "key",
}


class Pill(QLabel):
    """Shows one status, for example "200 OK"; hidden while there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", Role.HINT.value)
        make_selectable(self)
        self._tone = Tone.NEUTRAL
        self._icon = icon("info")
        self._place()
        self.hide()

    def show_status(self, text: str, tone: Tone, icon_name: str = "", tip: str = "") -> None:
        """Show a text with the icon of its tone, or with another; an empty text hides the pill."""
        self._tone = tone
        colour = "dim" if tone is Tone.NEUTRAL else tone.value
        self._icon = icon(icon_name or _ICONS[tone], colour)
        self.setText(text)
        self.setAccessibleDescription(text)
        set_plain_tip(self, tip)
        set_tone(self, tone)
        self.setVisible(bool(text))
        self.update()

    @property
    def tone(self) -> Tone:
        """The tone shown."""
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.tint(self._tone)))
        ground = QRectF(0, (self.height() - self._height()) / 2, self.width(), self._height())
        ground.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        side = sizes().icon - 2
        area = QRect(sizes().grid * 2, (self.height() - side) // 2, side, side)
        self._icon.paint(painter, area)
        painter.end()
        super().paintEvent(event)

    def _height(self) -> int:
        return sizes().control - sizes().grid - 2

    def _place(self) -> None:
        grid = sizes().grid
        self.setContentsMargins(grid * 2 + sizes().icon + grid // 2, 0, grid * 2 + 2, 0)
