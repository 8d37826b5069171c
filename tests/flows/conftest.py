"""The whole window, offscreen, driven by accessible names as a person or a screen reader would."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from k2bench.app import WorkbenchApp, create_app
from k2bench.store.keychain import Keychain
from k2bench.ui.request.tab import RequestTab
from tests.net.conftest import authority, serve  # noqa: F401 - fixtures
from tests.store.memory_keyring import (
    HangingKeyring,
    LockedKeyring,
    MemoryKeyring,
    SmallKeyring,
    name_of,
)

PATIENCE = 30_000  # milliseconds
ACCEPTED = tuple(
    name_of(each) for each in (MemoryKeyring, LockedKeyring, HangingKeyring, SmallKeyring)
)


class Driver:
    """Finds widgets as `Pane/Name`, and does with them what a person does."""

    def __init__(self, app: WorkbenchApp, qtbot: QtBot) -> None:
        self.app, self.window, self._qtbot = app, app.window, qtbot

    def find(self, path: str, root: QWidget | None = None) -> QWidget:
        """The one visible widget of that accessible name, within its pane."""
        *panes, name = path.split("/")
        root = root or self.window
        for pane in panes:
            root = self._named(root, pane)
        return self._named(root, name)

    def _named(self, root: QWidget, name: str) -> QWidget:
        found = [
            each
            for each in root.findChildren(QWidget)
            if each.accessibleName() == name and each.isVisible()
        ]
        assert found, f"nothing visible is called {name!r}"
        return found[0]

    def sees(self, path: str) -> bool:
        """Whether there is a visible widget of that name."""
        try:
            return self.find(path) is not None
        except AssertionError:
            return False

    def press(self, path: str, root: QWidget | None = None) -> None:
        """Click a button."""
        self._click(self.find(path, root))

    def press_in(self, pane: str, name: str) -> None:
        """Click a button in whose name there may be a slash."""
        self._click(self._named(self.find(pane), name))

    def _click(self, button: QWidget) -> None:
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled(), f"{button.accessibleName()} is disabled"
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, path: str, text: str, root: QWidget | None = None) -> None:
        """Replace the text of a field by typing, and leave it."""
        field = self.find(path, root)
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.selectAll()
        self._qtbot.keyClick(line, Qt.Key.Key_Delete)
        self._qtbot.keyClicks(line, text)
        line.editingFinished.emit()

    def choose(self, path: str, text: str) -> None:
        """Choose from a box."""
        box = self.find(path)
        assert isinstance(box, QComboBox)
        index = box.findText(text)
        assert index >= 0, f"{path} has no {text!r}"
        box.setCurrentIndex(index)
        box.activated.emit(index)
        box.textActivated.emit(text)

    def text(self, path: str, root: QWidget | None = None) -> str:
        """What a label, a field or a box shows."""
        widget = self.find(path, root)
        if isinstance(widget, QComboBox):
            return widget.currentText()
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText()
        assert isinstance(widget, QLabel | QLineEdit | QAbstractButton)
        return widget.text()

    def problem(self, pane: str) -> str:
        """The words of the problem banner of a pane."""
        return self.find(f"{pane}/Problem").accessibleDescription()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Until it holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE)

    def wait_for(self, path: str) -> None:
        """Until a widget of that name is visible."""
        self.wait(lambda: self.sees(path))

    def send(self) -> None:
        """Press Send, and wait until the answer or a problem is shown."""
        self.while_shown(lambda: self.press("Request/Send"))

    def while_shown(self, do: Callable[[], object]) -> None:
        """Do something, and wait until an answer or a problem is shown in the open tab."""
        workspace, shown = self.app.wiring.workspace, []
        requests = workspace.requests

        def watch(tab: RequestTab) -> None:
            tab.response.shown.connect(lambda: shown.append(tab))

        requests.opened.connect(watch)
        open_now = self.window.findChildren(RequestTab)
        connections = [
            (tab, tab.response.shown.connect(lambda tab=tab: shown.append(tab))) for tab in open_now
        ]
        do()
        self._qtbot.waitUntil(lambda: workspace.tab in shown, timeout=PATIENCE)
        requests.opened.disconnect(watch)
        for tab, connection in connections:
            tab.response.shown.disconnect(connection)

    def settle(self) -> None:
        """Let everything that is due happen, deletions too."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def look(self) -> None:
        """Called where there is something to see; a test may put its own eyes here."""

    def sees_in(self, root: QWidget, path: str) -> bool:
        """Whether there is a visible widget of that name in `root`."""
        try:
            return self.find(path, root) is not None
        except AssertionError:
            return False

    def dialogs(self) -> list[QDialog]:
        """Every open dialog."""
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def dialog(self) -> QDialog:
        """The open dialog."""
        found = self.dialogs()
        assert len(found) == 1, f"{len(found)} dialogs are open"
        return found[0]

    def trigger(self, text: str) -> None:
        """An action of the menu, by its text."""
        found = [each for each in self.window.actions_.all() if each.text() == text]
        assert len(found) == 1
        found[0].trigger()

    def column(self, name: str, rows: int) -> list[str]:
        """The first cells of a column of the response table, as shown."""
        model = self.find("Response/Response table").model()  # type: ignore[attr-defined]
        titles = [
            model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())
        ]
        at = titles.index(name)
        return [str(model.index(row, at).data()) for row in range(rows)]


@pytest.fixture
def backend() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, backend: MemoryKeyring
) -> Iterator[Callable[..., Driver]]:
    """`start(*argv)` opens the window; a second call opens the same folder again."""
    apps: list[WorkbenchApp] = []

    def open_window(*argv: str, clock: Callable[[], float] | None = None) -> Driver:
        keychain = Keychain(accepted=ACCEPTED, backend=lambda: backend)
        more = {"clock": clock} if clock else {}
        app = create_app(["--config-dir", str(tmp_path), *argv], keychain=keychain, **more)  # type: ignore[arg-type]
        apps.append(app)
        app.window.show()
        qtbot.waitExposed(app.window)
        return Driver(app, qtbot)

    yield open_window
    for app in apps:
        app.close()
        app.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def demo(start: Callable[..., Driver]) -> Driver:
    """A window with the demo tenant, its token got and the first request open."""
    driver = start("--demo")
    driver.wait_for("Authorization/Access Token")
    return driver
