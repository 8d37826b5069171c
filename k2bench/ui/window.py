"""The main window: the bar on top, the start page or the workspace in the middle, docks beside it.

It lays out and remembers; what happens between the parts is in `wiring`. The workspace is added
when there is something to work on, so that the first paint does not wait for it.
"""

import base64
from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from k2bench.ui.actions import Actions
from k2bench.ui.environments.bar import EnvironmentBar
from k2bench.ui.environments.production_strip import ProductionStrip
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.pane_holder import PaneHolder
from k2bench.ui.kit.pane_title import PaneTitle
from k2bench.ui.kit.tones import sizes
from k2bench.ui.start.page import StartPage

TITLE = "k2bench"
STATE_VERSION = 1
SEAM = b"\0||\0"  # between the geometry and the docks in a saved state


class Window(QMainWindow):
    """All panels, joined to nothing yet."""

    painted = Signal()  # once, after the first paint
    closing = Signal()

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.actions_ = Actions(self)
        self.bar = EnvironmentBar(now)
        self.production = ProductionStrip()
        self.banner = ProblemBanner()
        self.banner.setProperty("strip", "true")
        self.start_page = StartPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self._workspace: PaneHolder | None = None
        self._docks: list[QDockWidget] = []
        self._dock_state = QByteArray()
        self._painted = False
        self._lay_out()
        self.start_page.setFocus()
        self.resize(1440, 900)

    def _lay_out(self) -> None:
        self.actions_.fill_menus()
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)
        top = QWidget()
        over = QVBoxLayout(top)
        over.setContentsMargins(0, 0, 0, 0)
        over.setSpacing(0)
        over.addWidget(self.menuBar())
        over.addWidget(self.production)
        over.addWidget(self.bar)
        self.setMenuWidget(top)
        self.setCentralWidget(middle)

    def add_workspace(self, workspace: PaneHolder) -> None:
        """What is worked with in the middle; its docks come with `add_dock`."""
        self._workspace = workspace
        self.pages.addWidget(workspace)

    def add_dock(
        self,
        name: str,
        panel: QWidget,
        area: Qt.DockWidgetArea,
        width: int,
        shown: bool = True,
    ) -> QDockWidget:
        """A panel beside the middle; it can be moved, folded away and brought back from View.

        `shown`: whether it is to be seen at first; how it was left counts more.
        """
        dock = QDockWidget(name)
        dock.setObjectName(name)  # saveState() goes by it
        dock.setTitleBarWidget(PaneTitle(name, dock))
        dock.setWidget(panel)
        self.addDockWidget(area, dock)
        self.resizeDocks([dock], [width * sizes().grid], Qt.Orientation.Horizontal)
        self.actions_.view.addAction(dock.toggleViewAction())
        self._docks.append(dock)
        dock.setVisible(shown)
        if not self._dock_state.isEmpty():
            self.restoreState(self._dock_state, STATE_VERSION)
        return dock

    def panes(self) -> tuple[QWidget, ...]:
        """The panes in the order of F6: the bar, the middle, the docks."""
        inside: list[QWidget | None] = [self.start_page]
        if self._workspace is not None and self.pages.currentWidget() is self._workspace:
            inside = list(self._workspace.panes())
        docked = [dock.widget() for dock in self._docks]
        shown = (self.bar, *inside, *docked)
        return tuple(pane for pane in shown if pane is not None and pane.isVisible())

    def show_workspace(self, shown: bool) -> None:
        """The workspace in the middle, or the start page."""
        if shown and self._workspace is not None:
            self.pages.setCurrentWidget(self._workspace)
        else:
            self.pages.setCurrentWidget(self.start_page)

    def state(self) -> str:
        """Size, place and docks as a text."""
        docks = self.saveState(STATE_VERSION) if self._docks else self._dock_state
        parts = self.saveGeometry(), docks
        return base64.b64encode(SEAM.join(bytes(part.data()) for part in parts)).decode()

    def restore(self, state: str) -> None:
        """What `state` gave; anything else is passed over."""
        try:
            geometry, _, docks = base64.b64decode(state, validate=True).partition(SEAM)
        except ValueError:
            return
        self.restoreGeometry(QByteArray(geometry))
        self._dock_state = QByteArray(docks)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
