"""Choosing, making, changing and deleting environments, with their secrets."""

from collections.abc import Callable, Generator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import Problem, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.ui.bridge import Bridge, MakeCoroutine, Running
from k2bench.ui.current import Current
from k2bench.ui.environments.words import not_copied, not_forgotten, saved_words
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.auth.pasting import Understood
    from k2bench.ui.environments.manager import EnvironmentManager
    from k2bench.ui.environments.paste_dialog import PasteDialog
    from k2bench.workbench.secrets import Copied

NEW = Environment("", "")


class EnvironmentsController(QObject):
    """Keeps `Current`, the manager's window and the workbench's environments in step."""

    failed = Signal(object)  # Problem
    saved = Signal(str)  # id: its settings or its secrets may be others
    removed = Signal(str)  # id

    def __init__(self, session: Session, bridge: Bridge, current: Current) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._current = current
        self._running: list[Running] = []  # for the open manager
        self._reading: Running | None = None  # the secrets of the form that is shown
        self._manager: EnvironmentManager | None = None  # while it is open
        self._gone: dict[str, Environment] = {}  # deleted, their secrets perhaps not

    def show_first(self) -> None:
        """What was current when the window was closed."""
        self._current.environments_changed.emit()
        self._current.show_environment(self._session.environments.current)

    def choose(self, environment_id: str) -> None:
        """Make one current."""
        environment = self._session.environments.get(environment_id)
        self._try(lambda: self._session.environments.select(environment_id), self.failed.emit)
        self._current.show_environment(environment)

    def manage(self, manager: "EnvironmentManager", new: bool) -> None:
        """Serve the manager's window until it closes."""
        self._manager = manager
        manager.finished.connect(self._hear_no_more)
        manager.chosen.connect(lambda chosen: self._show(manager, chosen))
        manager.save_requested.connect(lambda e, secrets: self._save(manager, e, secrets))
        manager.duplicate_requested.connect(lambda chosen: self._duplicate(manager, chosen))
        manager.paste_requested.connect(lambda: self._paste(manager))
        manager.delete_requested.connect(lambda chosen: self._delete(manager, chosen))
        manager.forget_requested.connect(lambda gone: self._forget(self._gone[gone]))
        current = self._session.environments.current
        shown = current.id if current and not current.transient and not new else ""
        manager.show_environments(self._session.environments.all, shown)
        if shown:
            self._show(manager, shown)
        else:
            manager.start_new()

    def _paste(self, manager: "EnvironmentManager") -> None:
        def use(found: "Understood") -> None:
            form = manager.editor
            from k2bench.ui.environments.pasting import secrets_of, with_settings

            secrets: dict[str, Secret | None] = {**form.secrets(), **secrets_of(found)}
            form.show_environment(with_settings(form.environment(), found), secrets)
            form.edited.emit()

        self.open_paste(manager, use)

    def open_paste(self, parent: QWidget, use: "Callable[[Understood], None]") -> None:
        """The window for pasting anything; `use` gets what was understood and accepted."""
        from k2bench.ui.environments.paste_dialog import PasteDialog  # made on demand

        dialog = PasteDialog(parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.read_requested.connect(lambda text: self._read(dialog, text))
        dialog.accepted_settings.connect(use)
        dialog.open()

    def _read(self, dialog: "PasteDialog", text: str) -> None:
        def steps() -> "Generator[None, None, Understood]":
            from k2bench.auth.pasting import understand

            yield None
            return understand(text)

        running = self._bridge.start_steps(
            steps, success=dialog.show_understood, failure=self.failed.emit
        )
        dialog.finished.connect(running.drop)

    def _show(self, manager: "EnvironmentManager", environment_id: str) -> None:
        environment = self._session.environments.get(environment_id) or NEW
        self._show_without_secrets(manager, environment)
        if environment.id:
            self._read_secrets(manager, environment)

    def _show_without_secrets(
        self, manager: "EnvironmentManager", environment: Environment
    ) -> None:
        manager.show_environment(environment, {})
        if self._reading is not None:
            self._reading.drop()  # late secrets must not get into another's form
            self._reading = None

    def _read_secrets(self, manager: "EnvironmentManager", environment: Environment) -> None:
        kinds = (SecretKind.CLIENT, *environment.secret_names().values())
        self._reading = self._start(
            lambda _: self._session.secrets.read_all(environment.id, kinds),
            success=manager.editor.show_secrets,
            failure=manager.show_problem,
        )

    def _save(
        self, manager: "EnvironmentManager", typed: Environment, secrets: dict[str, Secret]
    ) -> None:
        book = self._session.environments
        made = typed if typed.id else replace(typed, id=book.new_id())
        if not self._try(lambda: book.check_name(made), manager.show_problem):
            return
        written = self._try(lambda: book.put(made), manager.show_problem)
        if not typed.id:  # a new one is meant to be worked in
            self._try(lambda: book.select(made.id), manager.show_problem)
        manager.show_environments(book.all, made.id)
        manager.show_saving(made, dict(secrets))
        self._start(
            lambda _: self._session.secrets.keep_all(made.id, secrets),
            success=lambda problem: manager.show_saved(
                saved_words(written, any(secrets.values()), problem)
            ),
            failure=manager.show_problem,
        )
        self._current.environments_changed.emit()
        self._current.show_environment(book.current)
        self.saved.emit(made.id)

    def _duplicate(self, manager: "EnvironmentManager", environment_id: str) -> None:
        book = self._session.environments
        source = book.get(environment_id)
        if source is None:
            return
        copied = book.copy_of(environment_id)
        problems: list[Problem] = []
        written = self._try(lambda: book.put(copied), problems.append)
        manager.show_environments(book.all, copied.id)
        self._show_without_secrets(manager, copied)
        for problem in problems:  # said in the form that is shown now
            manager.show_problem(problem)

        def tell(secrets: "Copied") -> None:
            manager.show_saved(saved_words(written, secrets.any, secrets.unkept, "Duplicated."))
            if secrets.unread is not None:
                manager.show_problem(not_copied(source, secrets.unread))
            if manager.editor.environment().id == copied.id:
                self._read_secrets(manager, copied)

        self._start(
            lambda _: self._session.secrets.copy_all(source.id, copied.id, source.secret_kinds()),
            success=tell,
            failure=manager.show_problem,
        )
        self._current.environments_changed.emit()

    def _delete(self, manager: "EnvironmentManager", environment_id: str) -> None:
        book = self._session.environments
        gone = book.get(environment_id)
        if gone is None:
            return
        problems: list[Problem] = []
        self._try(lambda: book.remove(environment_id), problems.append)
        self._forget(gone)
        now = book.current
        manager.show_environments(book.all, now.id if now else "")
        self._show(manager, now.id if now and not now.transient else "")
        for problem in problems:
            manager.show_problem(problem)
        self._current.environments_changed.emit()
        self._current.show_environment(now)
        self.removed.emit(environment_id)

    def _forget(self, gone: Environment) -> None:
        """Have the keychain forget; that it could not is said even if the window was closed."""
        self._gone[gone.id] = gone

        def tell(_: None) -> None:
            self._gone.pop(gone.id, None)
            if self._manager is not None:
                self._manager.show_saved(f"“{gone.name}” is deleted, also from the keychain.")

        def fail(problem: Problem) -> None:
            told = not_forgotten(gone, problem)
            if self._manager is not None:
                self._manager.show_problem(told)
            else:
                self.failed.emit(replace(told, steps=()))

        self._bridge.start(lambda _: self._session.forget(gone.id, gone.secret_kinds()), tell, fail)

    def _start(
        self,
        make: MakeCoroutine,
        success: Callable[[Any], None],
        failure: Callable[[Problem], None],
    ) -> Running:
        running = self._bridge.start(make, success, failure)
        self._running.append(running)
        return running

    def _hear_no_more(self) -> None:
        # What is being kept or deleted goes on; its window is gone.
        self._manager = None
        for running in self._running:
            running.mute()
        self._running.clear()

    def _try(self, do: Callable[[], None], tell: Callable[[Problem], None]) -> bool:
        try:
            do()
        except WorkbenchError as error:
            tell(error.problem)
            return False
        return True
