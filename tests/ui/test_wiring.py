from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from k2bench.app import create_app
from k2bench.core.environment import Environment
from k2bench.store.keychain import Keychain
from k2bench.ui.kit.theme import ThemeMode


def test_the_workspace_is_made_when_there_is_something_to_work_in(
    tmp_path: Path, keychain: Keychain, qtbot: QtBot
) -> None:
    app = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    assert "workspace" not in vars(app.wiring)
    assert not app.window.actions_.send.isEnabled()
    app.session.environments.put(Environment("1", "Dev", "https://h"))
    app.close()
    again = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    assert "workspace" in vars(again.wiring)
    assert again.window.actions_.send.isEnabled()
    again.close()


def test_theme_and_window_are_remembered(tmp_path: Path, keychain: Keychain, qtbot: QtBot) -> None:
    app = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    app.window.show()
    app.window.resize(780, 560)
    app.window.actions_.themes[ThemeMode.DARK].trigger()
    app.close()
    again = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    assert again.theme.mode is ThemeMode.DARK
    assert again.window.actions_.themes[ThemeMode.DARK].isChecked()
    assert again.window.width() == 780
    again.wiring.set_theme(ThemeMode.SYSTEM)
    again.close()


def test_each_dialog_opens_and_is_gone_when_closed(
    tmp_path: Path, keychain: Keychain, qtbot: QtBot
) -> None:
    app = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    app.window.show()
    for open_dialog in (
        app.wiring.hash_secret,
        app.wiring.manage_environments,
        app.wiring.about,
    ):
        open_dialog()
        dialogs = [each for each in app.window.findChildren(QDialog) if each.isVisible()]
        assert len(dialogs) == 1
        dialogs[0].close()
        qtbot.waitUntil(lambda: not app.window.findChildren(QDialog))
    app.close()


def test_f6_goes_round_the_panes(tmp_path: Path, keychain: Keychain, qtbot: QtBot) -> None:
    app = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    app.window.show()
    qtbot.waitActive(app.window)
    seen = []
    for _ in range(2):
        app.wiring.next_pane()
        focus = app.window.focusWidget()
        seen.append(next(p for p in app.window.panes() if p.isAncestorOf(focus)))
    assert seen == list(app.window.panes())
    app.close()


def test_an_unreadable_file_is_said_in_the_window(
    tmp_path: Path, keychain: Keychain, qtbot: QtBot
) -> None:
    (tmp_path / "environments.json").write_text("{broken")
    app = create_app(["--config-dir", str(tmp_path)], keychain=keychain)
    app.window.show()
    assert app.window.banner.isVisible()
    assert "environments.json could not be read" in app.window.banner.accessibleDescription()
    app.close()
