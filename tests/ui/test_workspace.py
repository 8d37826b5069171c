import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from k2bench.app import WorkbenchApp, create_app
from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Step
from k2bench.core.request import RequestSpec
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.ui.workspace import Workspace


@pytest.fixture
def app(tmp_path: Path, keychain: Keychain, qtbot: QtBot) -> Iterator[WorkbenchApp]:
    made = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    made.session.environments.put(Environment("1", "Dev", "https://h"))
    made.wiring.environments.show_first()
    made.window.show()
    yield made
    made.close()


@pytest.fixture
def workspace(app: WorkbenchApp) -> Workspace:
    return app.wiring.workspace


def test_steps_lead_to_what_mends(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.dock.hide()
    workspace.take_step(NextStep("Use", Step.SET_SCOPE, "https://api.k2.com/"))
    assert workspace.panel.oauth.scope.currentText() == "https://api.k2.com/"
    assert workspace.dock.isVisible()
    workspace.panel.oauth.secret.show_secret(Secret("s3cret"))
    with qtbot.waitSignal(workspace.hash_requested) as asked:
        workspace.take_step(NextStep("Compare", Step.COMPARE_HASH))
    assert asked.args == [Secret("s3cret")]
    with qtbot.waitSignal(workspace.step_requested):
        workspace.take_step(NextStep("Help", Step.SHOW_HELP, "identity"))


def test_a_request_is_opened_and_sent(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.tab.response.shown, timeout=20_000):
        workspace.take_step(NextStep("Open", Step.OPEN_URL, "not a url"))
    assert workspace.tab.request.url.text() == "not a url"
    assert workspace.tab.response.has_problem()


def test_the_request_s_own_authorization_is_shown(workspace: Workspace) -> None:
    from k2bench.core.authorization import BearerAuth

    own = BearerAuth(Secret("t"))
    workspace.request.open(RequestSpec("GET", "https://h/", auth=own))
    assert workspace.panel.own.isChecked()
    assert workspace.panel.type.currentText() == "Bearer Token"
    workspace.request.open(RequestSpec("GET", "https://h/"))
    assert not workspace.panel.own.isChecked()


def test_the_explorer_reads_no_metadata_before_the_first_paint(tmp_path: Path) -> None:
    """What it imports is not for the start: a window with an environment is made without it."""
    code = (
        "import sys\n"
        "from k2bench.app import create_app\n"
        "from k2bench.core.environment import Environment\n"
        f"first = create_app(['--config-dir', {str(tmp_path)!r}])\n"
        "first.session.environments.put(Environment('1', 'Dev', 'https://h'))\n"
        "first.close()\n"
        f"app = create_app(['--config-dir', {str(tmp_path)!r}])\n"
        "assert 'workspace' in vars(app.wiring)\n"
        "print([name for name in sys.modules if 'odata.metadata' in name or 'lxml' in name])\n"
        "app.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
