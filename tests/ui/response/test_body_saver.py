import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.response import ResponseBody, ResponseSnapshot
from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_saver import MOST_COPIED, BodySaver, name_of
from k2bench.ui.response.panel import ResponsePanel
from k2bench.workbench.progress import Preview
from k2bench.workbench.session import Session
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import odata, snapshot, views_of


@pytest.fixture
def panel(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> ResponsePanel:
    made = ResponsePanel(bridge)
    made.resize(800, 500)
    shown(made)
    return made


@pytest.fixture
def saver(session: Session, bridge: Bridge, panel: ResponsePanel) -> BodySaver:
    return BodySaver(session, bridge, panel)


def answer(panel: ResponsePanel, qtbot: QtBot, snap: ResponseSnapshot) -> ResponseSnapshot:
    with qtbot.waitSignal(panel.shown, timeout=PATIENCE):
        panel.show_answer(snap, views_of(snap))
    return snap


def told(panel: ResponsePanel, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bool(panel.told.text()) or panel.has_problem(), timeout=PATIENCE)
    return panel.told.text()


def test_the_button_asks_and_saves_the_real_body(
    saver: BodySaver, panel: ResponsePanel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.settings.set("save_folder", str(tmp_path))
    body = b"\xff\xfe" + odata(3).decode().encode("utf-16-le")  # as received, not as shown
    answer(panel, qtbot, snapshot(body))
    qtbot.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    dialog = panel.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]) == tmp_path / "EmployeeSample.json"
    dialog.fileSelected.emit(str(tmp_path / "x.json"))
    dialog.reject()
    assert told(panel, qtbot) == f"Saved {len(body)} bytes as {tmp_path / 'x.json'}."
    assert (tmp_path / "x.json").read_bytes() == body
    assert not panel.saving.isVisible()


def test_a_part_is_said_to_be_one(
    saver: BodySaver, panel: ResponsePanel, qtbot: QtBot, tmp_path: Path
) -> None:
    whole = snapshot(odata(3))
    part = replace(whole, body=ResponseBody(odata(3)[:50], complete=False, masked=True))
    panel.show_preview(Preview(part, views_of(part)))
    assert not panel.save.isEnabled()  # there is more to come
    saver.ask()
    assert panel.told.text() == "There is no answer to save yet."
    panel.show_cancelled()
    assert panel.save.isEnabled()
    panel.show_saved("")
    saver.save(part.body, tmp_path / "x")
    words = told(panel, qtbot)
    assert "not complete" in words
    assert "masked" in words


def test_what_cannot_be_saved_is_a_problem_and_the_answer_stays(
    saver: BodySaver, panel: ResponsePanel, qtbot: QtBot, tmp_path: Path
) -> None:
    snap = answer(panel, qtbot, snapshot(odata(3)))
    saver.save(snap.body, tmp_path / "gone" / "x")
    assert told(panel, qtbot) == ""
    assert panel.has_problem()
    assert panel.tabs.isVisible()


def test_a_cancel_leaves_nothing(
    saver: BodySaver, panel: ResponsePanel, qtbot: QtBot, tmp_path: Path
) -> None:
    snap = answer(panel, qtbot, snapshot(odata(3)))
    saver.save(snap.body, tmp_path / "x")
    saver.cancel()  # before it could begin: the bridge is not warm yet, or the loop not there
    words = told(panel, qtbot)
    assert words.startswith(("Saving was cancelled", "Saved"))
    assert os.path.exists(tmp_path / "x") == words.startswith("Saved")


def test_copying(saver: BodySaver, panel: ResponsePanel, qtbot: QtBot) -> None:
    saver.copy()
    assert "no answer" in panel.told.text()
    body = "größe".encode("utf-16")
    answer(panel, qtbot, snapshot(body, "text/plain"))
    qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "größe"
    answer(panel, qtbot, snapshot(b"\0\1\2", "application/octet-stream"))
    saver.copy()
    assert "not text" in panel.told.text()
    answer(panel, qtbot, snapshot(b"x" * (MOST_COPIED + 1), "text/plain"))
    saver.copy()
    assert "larger than 4.0 MB" in panel.told.text()
    assert QGuiApplication.clipboard().text() == "größe"


def test_the_name_is_the_servers() -> None:
    snap = snapshot(b"x")
    named = replace(snap, headers=(("Content-Disposition", "attachment; filename=r.csv"),))
    assert name_of(named) == "r.csv"


def test_a_pane_that_goes_does_not_stop_the_saving(
    saver: BodySaver, panel: ResponsePanel, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    snap = answer(panel, qtbot, snapshot(odata(3)))
    saver.save(snap.body, tmp_path / "x")
    saver.leave()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert (tmp_path / "x").read_bytes() == odata(3)
    assert panel.told.text() == ""
