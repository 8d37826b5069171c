"""Choosing and making environments: between the bar, the dialog and the workbench."""

from PySide6.QtCore import QObject, Signal

from k2bench.core.environment import Environment
from k2bench.core.problem import WorkbenchError
from k2bench.ui.current import Current
from k2bench.workbench.session import Session


class EnvironmentsController(QObject):
    """Keeps `Current` and the workbench's environments in step."""

    failed = Signal(object)  # Problem

    def __init__(self, session: Session, current: Current) -> None:
        super().__init__()
        self._session = session
        self._current = current

    def show_first(self) -> None:
        """What was current when the window was closed."""
        self._current.environments_changed.emit()
        self._current.show_environment(self._session.environments.current)

    def choose(self, environment_id: str) -> None:
        """Make one current."""
        environment = self._session.environments.get(environment_id)
        try:
            self._session.environments.select(environment_id)
        except WorkbenchError as error:
            self.failed.emit(error.problem)
        self._current.show_environment(environment)

    def create(self, environment: Environment) -> None:
        """Add one and make it current.

        Raises:
            WorkbenchError: its name is blank or taken.
        """
        made = self._session.environments.create(environment)
        self._current.environments_changed.emit()
        self._current.show_environment(made)
