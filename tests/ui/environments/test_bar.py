from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.token import AccessToken
from k2bench.core.environment import Environment
from k2bench.core.secret import Secret
from k2bench.ui.environments.bar import EnvironmentBar

BOTH = (Environment("1", "Dev", "https://dev.onk2.com"), Environment("2", "Test", "https://t:8443"))


@pytest.fixture
def bar(shown: Callable[[QWidget], QWidget]) -> EnvironmentBar:
    made = EnvironmentBar(lambda: 1000.0)
    shown(made)
    return made


def test_the_current_environment_and_its_host(bar: EnvironmentBar) -> None:
    bar.show_environments(BOTH)
    bar.show_current(BOTH[1])
    assert bar.choice.currentText() == "Test"
    assert bar.host.text() == "t:8443"
    bar.show_current(None)
    assert not bar.get_token.isEnabled()


def test_choosing_one(bar: EnvironmentBar, qtbot: QtBot) -> None:
    bar.show_environments(BOTH)
    bar.show_current(BOTH[0])
    with qtbot.waitSignal(bar.environment_chosen) as chosen:
        qtbot.keyClick(bar.choice, Qt.Key.Key_Down)
    assert chosen.args == ["2"]


def test_without_environments_it_says_so(bar: EnvironmentBar) -> None:
    bar.show_environments(())
    assert bar.choice.currentText() == "No environment"
    assert not bar.choice.isEnabled()


@pytest.mark.parametrize(
    ("expires_at", "words"),
    [
        (4432.0, "Token valid 57:12"),
        (None, "Token in use"),
        (999.0, "Token expired"),
        (1050.0, "Token about to expire, no longer used"),
    ],
)
def test_how_long_the_token_lasts(
    bar: EnvironmentBar, expires_at: float | None, words: str
) -> None:
    bar.show_token(AccessToken(Secret("t"), "Bearer", 0, expires_at, ""))
    assert bar.token.text() == words
    assert bar.token.isVisible()
    bar.show_token(None)
    assert not bar.token.isVisible()
