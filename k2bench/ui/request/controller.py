"""Send and Cancel of one tab: between its panels and the workbench."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, Step
from k2bench.core.request import RequestSpec
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.current import Current
from k2bench.ui.request.tab import RequestTab
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.workbench.sending import Answer

NOWHERE = Environment("", "No environment")


class RequestController(QObject):
    """Plans, sends, and shows one ending; a newer send replaces an older one."""

    step_requested = Signal(object)  # NextStep that another part of the window takes
    answered = Signal()  # an answer or a problem is shown

    def __init__(self, session: Session, bridge: Bridge, current: Current, tab: RequestTab) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._tab = tab
        self._sending: Running | None = None

    def open(self, spec: RequestSpec) -> None:
        """Show another request; its answer is to come."""
        self._tab.request.show_spec(spec)
        self._tab.response.clear()

    def send(self) -> None:
        """*Send*."""
        if self._sending is not None:
            self._sending.drop()
        spec = self._tab.request.spec()
        environment = self._current.environment or NOWHERE
        self._tab.request.show_busy(True)
        self._tab.response.show_waiting()
        self._sending = self._bridge.start(
            lambda tell: self._session.send(spec, environment, tell),
            success=self._answered,
            failure=self._failed,
            cancelled=self._cancelled,
            progress=self._tab.response.show_progress,
        )

    def cancel(self) -> None:
        """*Cancel*, and Esc."""
        if self._sending is not None:
            self._sending.cancel()

    def take_step(self, step: NextStep) -> None:
        """A button of the response's banner."""
        match step.step:
            case Step.RETRY:
                self.send()
            case Step.OPEN_URL:
                self.open(RequestSpec("GET", step.value))
                self.send()
            case Step.EDIT_FIELD if step.value == "Request URL":
                self._tab.request.focus_url()
            case _:
                self.step_requested.emit(step)

    def _answered(self, answer: "Answer") -> None:
        self._end()
        self._tab.response.show_answer(answer.snapshot, answer.views, answer.problem)
        self.answered.emit()

    def _failed(self, problem: Problem) -> None:
        self._end()
        self._tab.response.show_problem(problem)
        self.answered.emit()

    def _cancelled(self) -> None:
        self._end()
        self._tab.response.show_cancelled()

    def _end(self) -> None:
        self._sending = None
        self._tab.request.show_busy(False)
