"""The onboarding assistant's flow: keep the secret, save the environment, run the self test."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from k2bench.core.environment import Environment, SecretKind
from k2bench.core.problem import Problem, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.environments.words import saved_words
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.ui.onboarding.panel import OnboardingDialog


class OnboardingController(QObject):
    """Serves one open assistant."""

    environment_saved = Signal(object)  # Environment
    step_requested = Signal(object)  # NextStep

    def __init__(self, session: Session, bridge: Bridge) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._saved: Environment | None = None
        self._running: list[Running] = []

    def serve(self, dialog: "OnboardingDialog") -> None:
        """Answer the dialog until it is closed."""
        self._saved = None
        dialog.link_requested.connect(open_link)
        dialog.save_requested.connect(lambda e, secret: self._save(dialog, e, secret))
        dialog.test_requested.connect(lambda: self._test(dialog))
        dialog.step_requested.connect(self.step_requested)
        dialog.finished.connect(self._hear_no_more)

    def _save(self, dialog: "OnboardingDialog", typed: Environment, secret: Secret) -> None:
        book = self._session.environments
        made = typed if typed.id else replace(typed, id=book.new_id())
        self._saved = None
        if not self._try(lambda: book.check_name(made), dialog):
            return
        self._saved = made
        written = self._try(lambda: book.put(made), dialog)
        written = self._try(lambda: book.select(made.id), dialog) and written
        dialog.show_saved(made, saved_words(written, False, None))
        self.environment_saved.emit(made)
        if secret:
            self._running.append(
                self._bridge.start(
                    lambda _: self._session.secrets.keep(made.id, SecretKind.CLIENT, secret),
                    success=lambda keeping: dialog.show_saved(
                        made, saved_words(written, True, keeping.problem)
                    ),
                    failure=dialog.show_problem,
                )
            )

    def _test(self, dialog: "OnboardingDialog") -> None:
        environment = self._saved
        if environment is None:
            dialog.show_tested()
            return
        from k2bench.workbench.self_test import self_test

        def failed(problem: Problem) -> None:
            dialog.show_tested()
            dialog.show_problem(problem)

        self._running.append(
            self._bridge.start(
                lambda tell: self_test(self._session, environment, tell),
                success=lambda _: dialog.show_tested(),
                failure=failed,
                progress=dialog.show_lamp,
            )
        )

    def _try(self, do: Callable[[], None], dialog: "OnboardingDialog") -> bool:
        try:
            do()
        except WorkbenchError as error:
            dialog.show_problem(error.problem)
            return False
        return True

    def _hear_no_more(self) -> None:
        for running in self._running:
            running.mute()
        self._running.clear()


def open_link(url: str) -> None:
    """Open an address in the browser, http and https only."""
    target = QUrl(url)
    if target.scheme() in ("http", "https"):
        QDesktopServices.openUrl(target)
