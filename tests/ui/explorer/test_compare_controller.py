from dataclasses import replace

from pytestqt.qtbot import QtBot

from k2bench.core.environment import Environment
from k2bench.ui.bridge import Bridge
from k2bench.ui.explorer.compare_controller import CompareController
from k2bench.ui.explorer.compare_dialog import CompareDialog
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE
from tests.workbench.odata_service import CSDL, OPEN

MINE = replace(OPEN, odata_url="https://mine.test/x")
THEIRS = replace(Environment("2", "Theirs"), odata_url="https://theirs.test/x")


def opened(session: Session, bridge: Bridge, qtbot: QtBot) -> CompareDialog:
    for environment in (MINE, THEIRS):
        session.environments.put(environment)
    dialog = CompareDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    CompareController(session, bridge, dialog).begin(MINE)
    return dialog


def test_the_newest_state_is_compared_with_the_one_before(
    session: Session, bridge: Bridge, qtbot: QtBot
) -> None:
    keep = session.explorer.store.save
    keep(MINE.id, MINE.odata_url, CSDL, 1_763_000_000.0, "old.edmx")
    keep(MINE.id, MINE.odata_url, CSDL.replace(b"Things", b"Wheels"), 1_763_100_000.0)
    keep(THEIRS.id, THEIRS.odata_url, CSDL, 1_763_000_000.0)
    dialog = opened(session, bridge, qtbot)
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=PATIENCE)
    titles = [dialog.before.itemText(at) for at in range(dialog.before.count())]
    assert [title.rpartition(" · ")[0] for title in titles] == [
        "Open · OData",
        "Open · OData",
        "Theirs · OData",
    ]
    assert "old.edmx, " in titles[1]
    assert "+ entity set Wheels" in dialog.text()
    dialog.before.setCurrentIndex(2)
    dialog.before.activated.emit(2)
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=PATIENCE)
    assert "From Theirs" in dialog.text()


def test_another_tenant_is_the_next_best(session: Session, bridge: Bridge, qtbot: QtBot) -> None:
    for environment in (MINE, THEIRS):
        session.explorer.store.save(environment.id, environment.odata_url, CSDL, 1.0)
    dialog = opened(session, bridge, qtbot)
    qtbot.waitUntil(lambda: dialog.blank.accessibleName() == "No difference", timeout=PATIENCE)
    assert dialog.before.currentText().startswith("Theirs")


def test_a_state_that_is_gone_is_told(session: Session, bridge: Bridge, qtbot: QtBot) -> None:
    for environment in (MINE, THEIRS):
        session.explorer.store.save(environment.id, environment.odata_url, CSDL, 1.0)
    dialog = opened(session, bridge, qtbot)
    qtbot.waitUntil(lambda: dialog.blank.accessibleName() == "No difference", timeout=PATIENCE)
    session.explorer.forget(THEIRS.id)
    dialog.before.activated.emit(1)
    qtbot.waitUntil(dialog.banner.isVisible, timeout=PATIENCE)
    assert "no longer kept" in dialog.banner.accessibleDescription()
