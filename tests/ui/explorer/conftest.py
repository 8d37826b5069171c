"""The explorer with its controller, over a session without a window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.explorer.controller import ExplorerController
from k2bench.ui.explorer.panel import ExplorerPanel
from k2bench.workbench.session import Session
from tests.net.conftest import authority, serve  # noqa: F401 - fixtures
from tests.ui.conftest import PATIENCE

Show = Callable[[Environment], None]


@pytest.fixture
def panel(qtbot: QtBot) -> ExplorerPanel:
    made = ExplorerPanel()
    qtbot.addWidget(made)
    made.resize(280, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def current(qapp: object) -> Current:
    return Current()


@pytest.fixture
def explorer(
    session: Session, bridge: Bridge, current: Current, panel: ExplorerPanel
) -> ExplorerController:
    made = ExplorerController(session, bridge, current, panel)
    current.environment_changed.connect(made.show_environment)
    current.token_changed.connect(made.token_changed)
    return made


@pytest.fixture
def show(explorer: ExplorerController, current: Current, qtbot: QtBot) -> Show:
    """`show(environment)`, and wait until it is seen what is known of it."""

    def shown(environment: Environment) -> None:
        with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
            current.show_environment(environment)

    return shown


@pytest.fixture
def refresh(explorer: ExplorerController, qtbot: QtBot) -> Callable[[], None]:
    """Fetch, and wait until it is shown."""

    def refreshed() -> None:
        with qtbot.waitSignal(explorer.shown, timeout=PATIENCE):
            explorer.refresh()

    return refreshed
