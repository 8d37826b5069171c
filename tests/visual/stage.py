"""The whole application, brought into a state: a fixed clock, no network, no demo process."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from k2bench.app import create_app
from k2bench.core.environment import Environment, SecretKind
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseSnapshot
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.theme import ThemeMode
from k2bench.ui.request.late_page import LatePage
from k2bench.ui.request.query.page import QueryPage
from k2bench.ui.workspace import Workspace
from tests.store.memory_keyring import MemoryKeyring, name_of
from tests.visual import samples

PATIENCE = 10_000  # milliseconds
WIDE, NARROW = (1440, 900), (1024, 700)


class Stage:
    """One application; a state is built on it, grabbed, and it is struck."""

    def __init__(self, folder: Path, theme: ThemeMode, size: tuple[int, int] = WIDE) -> None:
        (folder / "settings.json").write_text(f'{{"version": 1, "theme": "{theme.value}"}}')
        backend = MemoryKeyring()
        self.app = create_app(
            ["--config-dir", str(folder)],
            keychain=Keychain(accepted=(name_of(MemoryKeyring),), backend=lambda: backend),
            clock=lambda: samples.NOW,
        )
        self.window = self.app.window
        self.window.resize(*size)
        self.window.show()
        self.until(lambda: self.window.isActiveWindow())

    @property
    def workspace(self) -> Workspace:
        """The panels; made if they are not yet."""
        return self.app.wiring.workspace

    def use(self, environment: Environment = samples.DEMO) -> None:
        """Work in an environment, its secret known."""
        self.remember(environment.id, SecretKind.CLIENT, samples.SECRET)
        self.app.session.schemas.put(samples.DEMO.id, samples.catalogues())
        self.app.session.environments.put(environment)
        self.app.session.environments.select(environment.id)
        self.app.current.environments_changed.emit()
        self.app.current.show_environment(environment)
        self.until(self.app.bridge.is_idle)  # the explorer shows what is known

    def remember(self, environment_id: str, kind: str, secret: Secret) -> None:
        """A secret is known."""
        self.app.session.secrets.remember(environment_id, kind, secret)

    def got_token(self, used: bool = True, age: float = 168.0) -> None:
        """A token came, so many seconds ago."""
        token = samples.token(age=age)
        if used:
            self.app.current.show_token(samples.DEMO.id, token)
        self.workspace.panel.show_token(token, used)

    def open(self, spec: RequestSpec = samples.EMPLOYEES) -> None:
        """Show a request."""
        self.workspace.requests.open(spec)

    def answered(self, snapshot: ResponseSnapshot, page: str = "") -> None:
        """An answer came; wait until it, or its page, is filled."""
        response = self.workspace.tab.response
        seen: list[bool] = []
        response.shown.connect(lambda: seen.append(True))
        views, problem = samples.shown(snapshot)
        response.show_answer(snapshot, views, problem)
        self.until(lambda: bool(seen))
        if page and page != response.tabs.strip.current_name():
            seen.clear()
            response.tabs.open(page)
            self.until(lambda: bool(seen))

    def dialog(self) -> QDialog:
        """The open dialog."""
        found = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} dialogs are open"
        self.until(lambda: found[0].isActiveWindow())
        return found[0]

    def press(self, name: str) -> None:
        """Press the one visible button of that name."""
        buttons = self.window.findChildren(QAbstractButton)
        (found,) = (b for b in buttons if b.accessibleName() == name and b.isVisible())
        found.click()

    def open_tab(self, root: QWidget, name: str) -> None:
        """Open the tab of that name."""
        (strip,) = (each for each in root.findChildren(TabStrip) if name in each.names())
        strip.show_page(name)

    def type(self, root: QWidget, name: str, text: str) -> None:
        """Write into the line of that name."""
        (found,) = (each for each in root.findChildren(QLineEdit) if each.accessibleName() == name)
        found.setText(text)

    def show_pages(self) -> None:
        """Let every page that is seen be there, with all that it finds out on the lane."""
        late = self.window.findChildren(LatePage)
        self.until(lambda: all(each.page is not None for each in late if each.isVisible()))
        for page in self.window.findChildren(QueryPage):
            for field in page.expressions.values():
                field.check_now()
        self.until(self.app.bridge.is_idle)

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the application run until something holds."""
        deadline = QDeadlineTimer(PATIENCE)
        while not holds():
            assert not deadline.hasExpired(), "the state was not reached in time"
            QApplication.processEvents()
            time.sleep(0.001)  # the lane works meanwhile
        settle()

    def strike(self) -> None:
        """End the application."""
        self.app.close()
        self.window.deleteLater()
        self.app.theme.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()
        gc.collect()


def settle() -> None:
    """Let what was just shown be laid out and painted."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
