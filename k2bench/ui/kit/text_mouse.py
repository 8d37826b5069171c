"""Selecting text with the mouse: by character, word or line, and on beyond the edge."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from k2bench.content.lines import Lines
from k2bench.ui.kit.text_moves import line_at, place_at, word_at
from k2bench.ui.kit.text_selection import START, Position, Selection

_Unit: TypeAlias = Callable[[Lines, Position], tuple[Position, Position]]
SCROLL_MS = 40


class TextSurface(Protocol):
    """What the mouse selects on."""

    @property
    def lines(self) -> Lines:
        """The text."""

    def position_at(self, point: QPoint) -> Position:
        """The place under a point, or the nearest one."""

    def select(self, selection: Selection) -> None:
        """Select this."""

    def shown_place(self, place: Position) -> Position:
        """The place, or if it is not shown, the first one behind it that is."""

    def scroll_towards(self, point: QPoint) -> bool:
        """Scroll a little if the point lies outside; says whether it does."""


class TextMouse(QObject):
    """Knows what a press began; the text knows the rest."""

    def __init__(self, surface: TextSurface, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._unit: _Unit = place_at
        self._first = (START, START)
        self._point = QPoint()
        self._since_word = QElapsedTimer()
        self._scroll = QTimer(self, interval=SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, point: QPoint, anchor: Position | None, in_gutter: bool) -> None:
        """A press of the left button; `anchor` is where to select from, with Shift."""
        third = self._since_word.isValid() and not self._since_word.hasExpired(
            QApplication.doubleClickInterval()
        )
        self._since_word.invalidate()
        self._unit = line_at if third or in_gutter else place_at
        if anchor is not None:
            self._unit, self._first = place_at, (anchor, anchor)
            self.drag(point)
        else:
            self._begin(point)

    def double_click(self, point: QPoint) -> None:
        """A double click; one more press soon after selects the line."""
        self._since_word.start()
        self._unit = word_at
        self._begin(point)

    def drag(self, point: QPoint) -> None:
        """The mouse moved while the button is down."""
        self._point = point
        start, end = self._unit_at(point)
        if start < self._first[0]:
            self._surface.select(Selection(self._first[1], start))
        else:
            self._surface.select(Selection(self._first[0], end))
        if self._surface.scroll_towards(point):
            self._scroll.start()
        else:
            self._scroll.stop()

    def release(self) -> None:
        """The button is up."""
        self._scroll.stop()

    def _begin(self, point: QPoint) -> None:
        self._first = self._unit_at(point)
        self._surface.select(Selection(*self._first))

    def _unit_at(self, point: QPoint) -> tuple[Position, Position]:
        start, end = self._unit(self._surface.lines, self._surface.position_at(point))
        return start, self._surface.shown_place(end)

    def _scroll_on(self) -> None:
        self.drag(self._point)
