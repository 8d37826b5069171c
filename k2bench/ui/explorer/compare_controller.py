"""Lists the states that are kept and compares two of them, for as long as the dialog is open."""

from collections.abc import Generator

from PySide6.QtCore import QObject

from k2bench.core.environment import Environment
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.explorer.compare_dialog import CompareDialog
from k2bench.ui.explorer.wording import moment
from k2bench.workbench.exploring import State
from k2bench.workbench.session import Session


class CompareController(QObject):
    """Belongs to the dialog, and ends with it."""

    def __init__(self, session: Session, bridge: Bridge, dialog: CompareDialog) -> None:
        super().__init__(dialog)
        self._session = session
        self._bridge = bridge
        self._dialog = dialog
        self._running: Running | None = None
        self._states: tuple[State, ...] = ()
        dialog.chosen.connect(self.compare)
        dialog.finished.connect(self._drop)

    def begin(self, environment: Environment) -> None:
        """Show what there is: the states of `environment` first, then those of the others."""
        others = [e for e in self._session.environments.all if e.id != environment.id]
        explorer = self._session.explorer

        def find() -> Generator[None, None, tuple[State, ...]]:
            found: list[State] = []
            for each in (environment, *others):
                found += explorer.states(each)
                yield None
            return tuple(found)

        self._running = self._bridge.start_steps(find, self._show, self._dialog.show_problem)

    def compare(self, before: int, after: int) -> None:
        """Compare two of the states."""
        if not (0 <= before < len(self._states) and 0 <= after < len(self._states)):
            return
        self._drop()
        self._dialog.show_working()
        old, new = self._states[before], self._states[after]
        self._running = self._bridge.start_steps(
            lambda: self._session.explorer.compare(old, new),
            success=self._dialog.show_changes,
            failure=self._dialog.show_problem,
        )

    def _show(self, states: tuple[State, ...]) -> None:
        self._states = states
        self._dialog.show_states([self._title(each) for each in states], _like_first(states), 0)

    def _title(self, state: State) -> str:
        snapshot = state.snapshot
        words = moment(snapshot.fetched_at, self._session.clock())
        return f"{state.title} · {snapshot.source + ', ' if snapshot.source else ''}{words}"

    def _drop(self) -> None:
        if self._running is not None:
            self._running.drop()
            self._running = None


def _like_first(states: tuple[State, ...]) -> int:
    """What the first is best compared with: an older state of it, or that of another tenant."""
    for same in (lambda one, two: one.service == two.service, _named_alike):
        for at, each in enumerate(states[1:], 1):
            if same(states[0], each):
                return at
    return 1


def _named_alike(one: State, two: State) -> bool:
    return one.service.name == two.service.name
