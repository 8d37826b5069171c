"""The place of a page in the tabs: the page is made when its tab is first shown."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.page import Page


class LazyPage(QWidget):
    """Holds a page and fills it only when it is looked at."""

    made = Signal(object)  # Page

    def __init__(self, make: Callable[[], Page]) -> None:
        super().__init__()
        self.page: Page | None = None
        self._make = make
        self._shown: BodySource | None = None
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._row)

    def make(self) -> bool:
        """Make the page if it is not there. Says whether it was made now."""
        if self.page is not None:
            return False
        self.page = self._make()
        self._column.addWidget(self.page)
        self.made.emit(self.page)
        return True

    @property
    def is_filled(self) -> bool:
        """Whether an answer is shown."""
        return self._shown is not None

    def show_source(self, source: BodySource) -> None:
        """Show an answer; does nothing if it is shown already."""
        self.make()
        if self.page is not None and source is not self._shown:
            self._shown = source
            self.page.show_source(source)

    def take_tools(self) -> None:
        """Have the page's tools in a row above it."""
        if self.page is not None and self.page.tools is not None:
            side, above = sizes().grid * 3, sizes().grid
            self._row.setContentsMargins(side, above, side, above)
            self._row.addStretch()
            self._row.addWidget(self.page.tools)

    def leave_tools(self) -> None:
        """Have no such row: somebody else took the tools, or there are none."""
        while self._row.takeAt(0) is not None:
            pass
        self._row.setContentsMargins(0, 0, 0, 0)

    def forget(self) -> None:
        """Let go of the answer shown."""
        self._shown = None
        if self.page is not None:
            self.page.stop()
