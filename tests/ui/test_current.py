from dataclasses import replace

from pytestqt.qtbot import QtBot

from k2bench.auth.token import AccessToken
from k2bench.core.environment import Environment
from k2bench.core.secret import Secret
from k2bench.ui.current import Current

DEV, TEST = Environment("1", "Dev"), Environment("2", "Test")
TOKEN = AccessToken(Secret("t"), "Bearer", 0, None, "")


def test_each_fact_has_its_signal_and_no_signal_without_a_change(qtbot: QtBot) -> None:
    current = Current()
    with qtbot.waitSignals([current.environment_changed, current.token_changed]):
        current.show_environment(DEV)
    with qtbot.assertNotEmitted(current.environment_changed):
        current.show_environment(DEV)
    with (
        qtbot.assertNotEmitted(current.token_changed),
        qtbot.waitSignal(current.environment_changed),
    ):
        current.show_environment(replace(DEV, name="Development"))


def test_a_token_belongs_to_its_environment(qtbot: QtBot) -> None:
    current = Current()
    current.show_environment(DEV)
    with qtbot.waitSignal(current.token_changed):
        current.show_token("1", TOKEN)
    with qtbot.assertNotEmitted(current.token_changed):
        current.show_token("2", TOKEN)
    assert current.token is TOKEN
    current.show_environment(Environment("3", "Other"))
    assert current.token is None
    current.show_environment(TEST)
    assert current.token is TOKEN
    current.show_token("2", None)
    assert current.token is None
    current.show_environment(None)
    assert current.token is None
