"""The open requests as tabs: a bar, a button for one more, and the open one below."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.pane_holder import PaneHolder
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.tab import RequestTab

LONGEST = 32  # characters of a title


class RequestTabs(PaneHolder):
    """Knows titles and widgets; which request is where is the controller's business."""

    chosen = Signal(int)
    new_requested = Signal()
    close_requested = Signal(int)
    moved = Signal(int, int)  # from, to
    menu_requested = Signal(int, QPoint)  # tab, place on the screen

    def __init__(self) -> None:
        super().__init__()
        self.bar = _Bar()
        self.new = IconButton("plus", "New tab")
        self.stack = QStackedWidget()
        strip = QWidget()
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        strip.setProperty("role", "documents")
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, sizes().grid * 2, 0)
        row.setSpacing(sizes().grid)
        row.addWidget(self.bar)
        row.addWidget(self.new)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._choose)
        self.bar.tabCloseRequested.connect(self.close_requested)
        self.bar.tabMoved.connect(self.moved)
        self.bar.customContextMenuRequested.connect(self._ask_for_menu)
        self.new.clicked.connect(self.new_requested)

    def add(self, title: str, at: int) -> None:
        """One more tab; its widget comes when it is first open."""
        self.bar.blockSignals(True)
        self.bar.insertTab(at, "")
        self.bar.blockSignals(False)
        self.show_title(at, title)

    def remove(self, at: int, tab: RequestTab | None) -> None:
        """Take a tab away, with its widget if it had one."""
        self.bar.blockSignals(True)
        self.bar.removeTab(at)
        self.bar.blockSignals(False)
        if tab is not None:
            self.stack.removeWidget(tab)
            tab.hide()
            tab.deleteLater()

    def show_title(self, at: int, title: str) -> None:
        """What a tab is called."""
        short = title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
        self.bar.setTabText(at, short.replace("&", "&&"))
        self.bar.setAccessibleTabName(at, title)
        self.bar.setTabToolTip(at, title if short != title else "")

    def show_tab(self, at: int, tab: RequestTab) -> None:
        """Open a tab."""
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(at)
        self.bar.blockSignals(False)
        if self.stack.indexOf(tab) < 0:
            self.stack.addWidget(tab)
        self.stack.setCurrentWidget(tab)

    def panes(self) -> list[QWidget]:
        """The panes of the open tab."""
        tab = self.stack.currentWidget()
        return [tab.request, tab.response] if isinstance(tab, RequestTab) else []

    def _choose(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(index)

    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.bar.tabAt(place)
        if index >= 0:
            self.menu_requested.emit(index, self.bar.mapToGlobal(place))


class _Bar(QTabBar):
    """Closes a tab with the middle button, too."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Open requests")
        self.setProperty("documents", "true")
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:  # the zoom may be another
            for index in range(self.count()):
                self._fit(index)
        super().changeEvent(event)

    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        self._fit(index)

    def _fit(self, index: int) -> None:
        # Qt gives the button that closes a tab the same size at any zoom
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if button is not None:
            button.resize(sizes().icon, sizes().icon)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.MiddleButton:
            index = self.tabAt(event.position().toPoint())
            if index >= 0:
                self.tabCloseRequested.emit(index)
