"""Icons of our own: SVGs of `resources/icons`, drawn in a colour of the current theme.

The colour is looked up when an icon is painted, so that it follows a change of theme by itself.
"""

from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
    QPixmapCache,
)
from shiboken6 import isValid

from k2bench.assets import asset_path, read_text
from k2bench.ui.kit.tokens import LIGHT, Colours
from k2bench.ui.kit.tones import colours_of


def icon(name: str, colour: str = "dim") -> QIcon:
    """An icon that is drawn in `colour`, a field name of `Colours`, whatever theme is on.

    Raises:
        FileNotFoundError: there is no such icon.
        AttributeError: there is no such colour.
    """
    shade(LIGHT, colour)
    asset_path(_file(name))
    return QIcon(_ThemedEngine(name, colour))


def pixmap(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    """A square picture of `side` logical pixels at a device pixel ratio, in `#rrggbb`."""
    return _rendered(name, colour, QSize(side, side), ratio)


def shade(colours: Colours, name: str) -> str:
    """The colour of one theme under a field name of `Colours`."""
    return str(getattr(colours, name))


def _file(name: str) -> str:
    return f"icons/{name}.svg"


def _rendered(name: str, colour: str, size: QSize, ratio: float) -> QPixmap:
    width, height = (max(1, round(length * ratio)) for length in size.toTuple())
    key = f"k2bench:{name}:{colour}:{width}x{height}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    from PySide6.QtSvg import QSvgRenderer  # 4 ms, not needed to put up a bare window

    drawn = QPixmap(width, height)
    drawn.fill(Qt.GlobalColor.transparent)
    side = min(width, height)
    painter = QPainter(drawn)
    svg = read_text(_file(name)).replace("currentColor", colour)
    QSvgRenderer(svg.encode()).render(
        painter, QRectF((width - side) / 2, (height - side) / 2, side, side)
    )
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


class _ThemedEngine(QIconEngine):
    _clones: ClassVar[list[QIconEngine]] = []

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return _rendered(self._name, self._shade(mode), size, scale)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def clone(self) -> QIconEngine:
        # Qt owns a clone from here on, but PySide drops it with the last Python reference; so one
        # is kept until Qt has deleted the engine. Only an icon that is changed is ever cloned.
        copy = _ThemedEngine(self._name, self._colour)
        kept = _ThemedEngine._clones
        kept[:] = [one for one in kept if isValid(one)] + [copy]
        return copy

    def key(self) -> str:
        return "k2bench"

    def isNull(self) -> bool:
        return False

    def _shade(self, mode: QIcon.Mode) -> str:
        name = "disabled" if mode == QIcon.Mode.Disabled else self._colour
        return shade(colours_of(QGuiApplication.palette()), name)
