"""One click on *Try the demo tenant*: environment, token, data on the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from k2bench.core.problem import Problem
from k2bench.core.request import RequestSpec
from k2bench.ui.bridge import Bridge, Running
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.workbench.demo_tenant import DemoAddresses

FIRST_REQUEST = RequestSpec("GET", "{{odata}}/EmployeeSample", name="EmployeeSample")


class DemoController(QObject):
    """Starts the tenant's process and fills the environment “Demo tenant”."""

    started = Signal(object)  # the RequestSpec to begin with
    failed = Signal(object)  # Problem
    busy_changed = Signal(bool)

    def __init__(self, session: Session, bridge: Bridge) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._starting: Running | None = None

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

    def _started(self, addresses: "DemoAddresses") -> None:
        self._end()
        environment = addresses.environment()
        self._session.environments.put(environment)
        self._session.environments.select(environment.id)
        self.started.emit(FIRST_REQUEST)

    def _failed(self, problem: Problem) -> None:
        self._end()
        self.failed.emit(problem)

    def _end(self) -> None:
        self._starting = None
        self.busy_changed.emit(False)
