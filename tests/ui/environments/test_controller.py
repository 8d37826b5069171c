from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.ui.current import Current
from k2bench.ui.environments.controller import EnvironmentsController
from k2bench.workbench.session import Session


def test_made_and_chosen_ones_are_current(session: Session, qtbot: QtBot) -> None:
    current = Current()
    controller = EnvironmentsController(session, current)
    with qtbot.waitSignal(current.environments_changed):
        controller.create(Environment("", "Dev", "https://h"))
    controller.create(Environment("", "Test", "https://t"))
    assert current.environment is not None
    assert current.environment.name == "Test"
    controller.choose(session.environments.all[0].id)
    assert current.environment.name == "Dev"
    later = Current()
    EnvironmentsController(session, later).show_first()
    assert later.environment == current.environment


def test_a_failed_save_is_told_and_the_choice_holds(session: Session, qtbot: QtBot) -> None:
    current = Current()
    controller = EnvironmentsController(session, current)
    controller.create(Environment("", "Dev", "https://h"))
    controller.create(Environment("", "Test", "https://t"))
    folder = session.places.config
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.write_text("in the way")
    with qtbot.waitSignal(controller.failed) as failed:
        controller.choose(session.environments.all[0].id)
    assert "could not be saved" in failed.args[0].title
    assert current.environment is not None
    assert current.environment.name == "Dev"
