import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from k2bench.app import create_app, parse
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from tests.store.memory_keyring import MemoryKeyring, name_of


@pytest.fixture
def keychain() -> Keychain:
    backend = MemoryKeyring()
    return Keychain(accepted=(name_of(MemoryKeyring),), backend=lambda: backend)


def test_it_is_built_without_an_event_loop_and_closed(
    tmp_path: Path, keychain: Keychain, qtbot: QtBot
) -> None:
    before = set(threading.enumerate())
    app = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    app.window.show()
    qtbot.waitExposed(app.window)
    app.close()
    app.close()
    left = [t.name for t in set(threading.enumerate()) - before if not t.daemon]
    assert left == []
    assert not app.window.isVisible()


def test_every_file_is_in_one_folder(tmp_path: Path, keychain: Keychain, qtbot: QtBot) -> None:
    app = create_app(["--config-dir", str(tmp_path / "one")], keychain=keychain)
    app.window.show()
    app.close()
    assert (tmp_path / "one" / "settings.json").exists()


def test_each_distinct_crash_is_shown_once_and_masked(
    tmp_path: Path, keychain: Keychain, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    app = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    app.session.redactor.add(Secret("s3cret-text"))
    app.catch_crashes()
    hook = sys.excepthook
    app.window.show()

    def crash() -> None:
        try:
            raise ValueError("about s3cret-text")
        except ValueError as error:
            hook(type(error), error, error.__traceback__)

    with qtbot.waitSignal(app.crashed):
        crash()
    with qtbot.assertNotEmitted(app.crashed, wait=10):
        crash()
    shown = capsys.readouterr().err
    assert shown.count("ValueError") == 2  # the line of the code, and the error itself
    assert "about ****" in shown
    assert app.window.banner.isVisible()
    app.close()
    assert sys.excepthook is not hook


def test_options() -> None:
    assert parse([]).demo is False
    assert parse(["--demo", "--tour", "x"]).tour == "x"
    with pytest.raises(SystemExit):
        parse(["--no-such-option"])


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from k2bench.app import create_app\n"
        "app = create_app(sys.argv[1:])\n"
        "app.window.show()\n"
        "heavy = {'asyncio', 'httpx', 'keyring', 'msgspec', 'ssl', 'pygments', 'lxml', 'regex',\n"
        "         'jwt', 'cryptography', 'sqlite3', 'k2bench.ui.workspace'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
        "app.close()\n"
    )
    environment = {**os.environ, "K2BENCH_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stderr
