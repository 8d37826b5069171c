"""The main window: the bar on top, the start page or the request in the middle, docks beside it.

It lays out and remembers; what happens between the parts is in `wiring`.
"""

import base64
from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from k2bench.ui.actions import Actions
from k2bench.ui.authorization.panel import AuthorizationPanel
from k2bench.ui.environments.bar import EnvironmentBar
from k2bench.ui.environments.production_strip import ProductionStrip
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.tab import RequestTab
from k2bench.ui.start.page import StartPage

TITLE = "k2bench"
STATE_VERSION = 1
SEAM = b"\0||\0"


class Window(QMainWindow):
    """All panels, joined to nothing yet."""

    painted = Signal()  # once, after the first paint
    closing = Signal()

    def __init__(
        self, clipboard: SecretClipboard, now: Callable[[], float], tab: RequestTab
    ) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.actions_ = Actions(self)
        self.bar = EnvironmentBar(now)
        self.production = ProductionStrip()
        self.banner = ProblemBanner()
        self.start_page = StartPage()
        self.tab = tab
        self.authorization = AuthorizationPanel(clipboard, now)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(self.tab)
        self._painted = False
        self._lay_out()
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
        self.authorization_dock = self._dock(
            "Authorization", self.authorization, Qt.DockWidgetArea.RightDockWidgetArea
        )
        self.resizeDocks([self.authorization_dock], [sizes().grid * 72], Qt.Orientation.Horizontal)

    def _dock(self, name: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(name)
        dock.setObjectName(name)  # saveState() goes by it
        dock.setWidget(panel)
        self.addDockWidget(area, dock)
        self.actions_.view.addAction(dock.toggleViewAction())
        return dock

    def panes(self) -> tuple[QWidget, ...]:
        """The panes in the order of F6."""
        at_start = self.pages.currentWidget() is self.start_page
        middle = [self.start_page] if at_start else [self.tab.request, self.tab.response]
        shown = (self.bar, *middle, self.authorization)
        return tuple(pane for pane in shown if pane.isVisible())

    def show_workspace(self, shown: bool) -> None:
        """The request in the middle, or the start page."""
        self.pages.setCurrentWidget(self.tab if shown else self.start_page)

    def state(self) -> str:
        """Size, place and docks as a text."""
        parts = self.saveGeometry(), self.saveState(STATE_VERSION)
        return base64.b64encode(SEAM.join(bytes(part.data()) for part in parts)).decode()

    def restore(self, state: str) -> None:
        """What `state` gave; anything else is passed over."""
        try:
            geometry, _, docks = base64.b64decode(state, validate=True).partition(SEAM)
        except ValueError:
            return
        self.restoreGeometry(QByteArray(geometry))
        self.restoreState(QByteArray(docks), STATE_VERSION)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
