"""Send and Cancel of one tab: between its panels and the workbench."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, Step
from k2bench.core.request import RequestSpec
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.current import Current
from k2bench.ui.request.question import QuestionDialog
from k2bench.ui.request.tab import RequestTab
from k2bench.workbench.planning import Decisions, Outcome, Plan, Question
from k2bench.workbench.progress import Preview, Progress
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
        self._environment_id = ""

    def open(self, spec: RequestSpec) -> None:
        """Show another request; its answer is to come."""
        self._tab.request.show_spec(spec)
        self._current.show_request_auth(spec.auth)
        self._tab.response.clear()

    def show_auth(self) -> None:
        """The request's own authorization was changed."""
        self._tab.request.show_auth(self._current.request_auth)

    def send(self) -> None:
        """*Send*."""
        if self._sending is not None:
            self._sending.drop()
        spec = self._tab.request.spec()
        environment = self._current.environment or NOWHERE
        self._environment_id = environment.id
        self._tab.request.show_busy(True)
        self._tab.response.show_waiting()
        self._prepare(spec, environment, self._remembered_decisions(environment))

    def drop(self) -> None:
        """The tab is being closed."""
        if self._sending is not None:
            self._sending.drop()

    def cancel(self) -> None:
        """*Cancel*, and Esc."""
        if self._sending is not None:
            self._sending.cancel()

    def take_step(self, step: NextStep) -> None:
        """A button of the response's banner."""
        match step.step:
            case Step.RETRY:
                self.send()
            case Step.EDIT_FIELD if self._tab.request.focus_field(step.value):
                pass
            case _:
                self.step_requested.emit(step)

    def _prepare(self, spec: RequestSpec, environment: Environment, decisions: Decisions) -> None:
        self._sending = self._bridge.start(
            lambda _: self._session.preparer.prepare(spec, environment, decisions),
            success=lambda outcome: self._planned(spec, environment, decisions, outcome),
            failure=self._failed,
            cancelled=self._cancelled,
        )

    def _planned(
        self, spec: RequestSpec, environment: Environment, decisions: Decisions, outcome: Outcome
    ) -> None:
        if isinstance(outcome, Plan):
            self._sending = self._bridge.start(
                lambda tell: self._session.sender.send(outcome, tell),
                success=self._answered,
                failure=self._failed,
                cancelled=self._cancelled,
                progress=self._heard,
            )
            return
        dialog = QuestionDialog(outcome, self._tab)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(
            lambda yes: self._prepare(
                spec, environment, self._decided(environment, decisions, outcome, yes)
            )
        )
        dialog.rejected.connect(self._cancelled)
        dialog.open()

    def _remembered_decisions(self, environment: Environment) -> Decisions:
        return Decisions(self._current.origins.get(environment.id, {}))

    def _decided(
        self, environment: Environment, before: Decisions, question: Question, yes: bool
    ) -> Decisions:
        if question.origin is None:
            return replace(before, write_confirmed=True)
        origins = {**before.origins, question.origin: yes}
        self._current.origins[environment.id] = origins
        return replace(before, origins=origins)

    def _heard(self, news: Preview | Progress) -> None:
        if isinstance(news, Preview):
            self._tab.response.show_preview(news)
        else:
            self._tab.response.show_progress(news)

    def _answered(self, answer: "Answer") -> None:
        self._end()
        if answer.token is not None:
            self._current.show_token(self._environment_id, answer.token)
        self._tab.response.show_answer(answer.snapshot, answer.views, answer.problem, answer.notes)
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
