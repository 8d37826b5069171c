"""The large buttons of the start page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import colours_of, sizes


class Card(QAbstractButton):
    """A button with an icon, a title and a sentence; Space and Enter press it."""

    def __init__(self, icon_name: str, title: str, text: str, *, primary: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._primary = primary
        grid = sizes().grid
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 4] * 4)
        column.setSpacing(grid * 2)
        picture = IconLabel(icon_name, "accent", side=24)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeft)
        for words in (label(title, Role.TITLE, wrap=True), label(text, Role.HINT, wrap=True)):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(words)
        column.addStretch()

    def sizeHint(self) -> QSize:
        width = sizes().grid * 60
        return QSize(width, self._column.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.accent_tint if self._primary else colours.surface
        if self.isDown() or self.underMouse():
            ground = colours.hover
        line = colours.accent_line if self._primary else colours.line
        pen = QPen(QColor(colours.accent if self.hasFocus() else line))
        pen.setWidth(2 if self.hasFocus() else 1)
        half = pen.width() / 2
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, sizes().radius, sizes().radius)
