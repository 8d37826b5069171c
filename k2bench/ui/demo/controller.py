"""The embedded demo tenant: one click to start it, its faults, its clients."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from k2bench.core.environment import DEMO_ID, SecretKind
from k2bench.core.problem import Problem
from k2bench.ui.bridge import Bridge, Running
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.workbench.demo_control import DemoControl, Fault
    from k2bench.workbench.demo_tenant import DemoAddresses, DemoClient


class DemoController(QObject):
    """Starts the tenant's process and fills the environment “Demo tenant”."""

    started = Signal()
    failed = Signal(object)  # Problem
    busy_changed = Signal(bool)
    faults_changed = Signal(object)  # tuple[Fault, ...]
    client_changed = Signal(object)  # the changed Environment

    def __init__(self, session: Session, bridge: Bridge) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._starting: Running | None = None
        self._control: DemoControl | None = None

    def start(self) -> None:
        """Start the tenant, or start it anew."""
        if self._starting is not None:
            return
        self.busy_changed.emit(True)
        self._starting = self._bridge.start(
            lambda _: self._session.open_demo(),
            success=self._started,
            failure=self._failed,
            cancelled=self._end,
        )

    def switch_fault(self, key: str, on: bool) -> None:
        """Let the tenant misbehave in one way, or no more."""
        self._ask(lambda control: control.set_fault(key, on))

    def clear_faults(self) -> None:
        """Let it behave again."""
        self._ask(lambda control: control.clear())

    def publish(self, smartobject: str) -> None:
        """Publish what comes 30 seconds late."""
        if self._control is not None:
            control = self._control
            self._bridge.start(
                lambda _: control.publish(smartobject, 30.0),
                success=lambda _: None,
                failure=self.failed.emit,
            )

    def about(self, parent: QWidget) -> None:
        """The tenant's page."""
        if self._control is None:
            return
        from k2bench.ui.demo.page import DemoPage  # made on demand

        page = DemoPage(self._control.addresses, parent)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.client_chosen.connect(self._use_client)
        page.open()

    def _ask(self, make: "Callable[[DemoControl], Coroutine[Any, Any, tuple[Fault, ...]]]") -> None:
        if self._control is not None:
            control = self._control
            self._bridge.start(
                lambda _: make(control),
                success=self.faults_changed.emit,
                failure=self.failed.emit,
            )

    def _started(self, addresses: "DemoAddresses") -> None:
        from k2bench.workbench.demo_control import DemoControl

        self._end()
        self._control = DemoControl(self._session.exchange, addresses)
        environment = addresses.environment()
        self._session.environments.put(environment)
        self._session.environments.select(environment.id)
        self.started.emit()
        self._ask(lambda control: control.faults())

    def _use_client(self, client: "DemoClient") -> None:
        environment = self._session.environments.get(DEMO_ID)
        if environment is None:
            return
        changed = replace(environment, client_id=client.id, scope=client.scopes[0])
        self._session.secrets.remember(environment.id, SecretKind.CLIENT, client.secret)
        self._session.environments.put(changed)
        self._session.environments.select(changed.id)
        self.client_changed.emit(changed)

    def _failed(self, problem: Problem) -> None:
        self._end()
        self.failed.emit(problem)

    def _end(self) -> None:
        self._starting = None
        self.busy_changed.emit(False)
