"""The Demo menu: ready requests, faults as the tenant lists them, publishing. Values in, intents
out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from k2bench.core.request import RequestSpec
    from k2bench.workbench.demo_control import Fault

LATE = "TravelExpenses"


class DemoMenu(QObject):
    """Fills the menu; what needs a running tenant is off without one."""

    request_chosen = Signal(object)  # RequestSpec
    fault_switched = Signal(str, bool)
    clear_requested = Signal()
    publish_requested = Signal(str)
    about_requested = Signal()

    def __init__(self, menu: QMenu) -> None:
        super().__init__(menu)
        menu.addSeparator()
        self.requests = menu.addMenu("Open Request")
        self.faults = menu.addMenu("Faults")
        self.faults.setToolTipsVisible(True)
        self.publish = menu.addAction(f"Publish {LATE}")
        self.publish.setToolTip("It appears after 30 seconds, as after Apply Changes in K2.")
        self.publish.triggered.connect(lambda: self.publish_requested.emit(LATE))
        menu.addSeparator()
        self.about = menu.addAction("About the Demo Tenant...")
        self.about.triggered.connect(self.about_requested)
        self.show_running(False)

    def actions(self) -> tuple[QAction, ...]:
        """All of them, those in submenus too."""
        own = (self.publish, self.about)
        return (*self.requests.actions(), *self.faults.actions(), *own)

    def show_running(self, running: bool) -> None:
        """Whether there is a tenant."""
        for entry in (
            self.requests.menuAction(),
            self.faults.menuAction(),
            self.publish,
            self.about,
        ):
            entry.setEnabled(running)
        if running and self.requests.isEmpty():
            self._fill_requests()

    def show_faults(self, faults: "tuple[Fault, ...]") -> None:
        """The faults and which are on."""
        self.faults.clear()
        for fault in faults:
            action = self.faults.addAction(fault.title)
            action.setToolTip(fault.text)
            action.setStatusTip(fault.text)
            action.setCheckable(True)
            action.setChecked(fault.active)
            action.toggled.connect(lambda on, key=fault.key: self.fault_switched.emit(key, on))
        self.faults.addSeparator()
        clear = self.faults.addAction("Behave Again")
        clear.setEnabled(any(fault.active for fault in faults))
        clear.triggered.connect(self.clear_requested)

    def _fill_requests(self) -> None:
        from k2bench.ui.demo.requests import READY  # with the tenant, not with the window

        for spec in READY:
            action = self.requests.addAction(spec.name)
            action.triggered.connect(lambda _=False, spec=spec: self._choose(spec))

    def _choose(self, spec: "RequestSpec") -> None:
        self.request_chosen.emit(spec)
