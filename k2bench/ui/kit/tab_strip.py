"""Tabs as words over a hairline, the chosen one underlined; a count may follow the word."""

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from k2bench.ui.kit.tones import sizes

GAP = 6  # grid units behind a tab, as in the style sheet


class _Bar(QTabBar):
    def tabSizeHint(self, index: int) -> QSize:
        # Only the chosen tab is semibold: keep that room in all, so that choosing one moves none.
        # Measured here and not by Qt, which rounds the two weights differently.
        plain, bold = QFont(self.font()), QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        text = self.tabText(index)
        widths = (QFontMetricsF(font).horizontalAdvance(text) for font in (plain, bold))
        gap = sizes().grid * GAP
        return QSize(ceil(max(widths)) + gap, super().tabSizeHint(index).height())


class _Gap(QWidget):
    # the style sheet's `tab-bar { left }` would push the bar under the widget in the right corner
    def sizeHint(self) -> QSize:
        return QSize(sizes().grid * 3, 1)


class TabStrip(QTabWidget):
    """Pages under named tabs; the name stays when the shown text gets a count."""

    page_changed = Signal(str)

    def __init__(self, name: str = "", *, flush: bool = False) -> None:
        """`flush`: no gap before the first tab, for a strip within margins."""
        super().__init__()
        bar = _Bar()
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setUsesScrollButtons(True)
        bar.setAccessibleName(name)
        self.setTabBar(bar)
        if not flush:
            self.setCornerWidget(_Gap(), Qt.Corner.TopLeftCorner)
        self.currentChanged.connect(self._changed)

    def add_page(self, name: str, page: QWidget) -> None:
        """One more tab at the end."""
        index = self.addTab(page, name.replace("&", "&&"))
        self.tabBar().setAccessibleTabName(index, name)

    def remove_page(self, name: str) -> None:
        """Take a tab away; the page is the caller's again."""
        self.removeTab(self._index(name))

    def names(self) -> tuple[str, ...]:
        """The names of the tabs, in order."""
        return tuple(self.tabBar().accessibleTabName(i) for i in range(self.count()))

    def current_name(self) -> str:
        """The name of the open tab, empty when there is none."""
        return self.tabBar().accessibleTabName(self.currentIndex())

    def tabs_width(self) -> int:
        """Pixels that all tabs take side by side, with the gap before the first."""
        gap = self.cornerWidget(Qt.Corner.TopLeftCorner)
        return self.tabBar().sizeHint().width() + (gap.sizeHint().width() if gap else 0)

    def show_page(self, name: str) -> None:
        """Open a tab.

        Raises:
            ValueError: there is no such tab.
        """
        self.setCurrentIndex(self._index(name))

    def show_count(self, name: str, count: int) -> None:
        """Write a number behind a name; none for 0."""
        self.setTabText(self._index(name), f"{name} {count:,}" if count else name)

    def _index(self, name: str) -> int:
        return self.names().index(name)

    def _changed(self, index: int) -> None:
        self.page_changed.emit(self.tabBar().accessibleTabName(index))
