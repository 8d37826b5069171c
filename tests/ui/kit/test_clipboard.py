from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from k2bench.core.secret import Secret
from k2bench.ui.kit.clipboard import KEPT_MS, SecretClipboard


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[SecretClipboard]:
    made = SecretClipboard(qapp, kept_ms=20)
    yield made
    qapp.clipboard().clear()
    made.deleteLater()


def test_a_secret_is_gone_after_its_time(
    qapp: QApplication, qtbot: QtBot, clipboard: SecretClipboard
) -> None:
    clipboard.copy(Secret("s3cret"))
    assert qapp.clipboard().text() == "s3cret"
    qtbot.waitUntil(lambda: qapp.clipboard().text() == "", timeout=2000)
    assert KEPT_MS == 60_000


def test_what_was_copied_since_stays(
    qapp: QApplication, qtbot: QtBot, clipboard: SecretClipboard
) -> None:
    clipboard.copy(Secret("s3cret"))
    qapp.clipboard().setText("something else")
    clipboard.clear()
    assert qapp.clipboard().text() == "something else"


def test_clipboard_managers_are_asked_to_look_away(
    qapp: QApplication, clipboard: SecretClipboard
) -> None:
    clipboard.copy(Secret("s3cret"))
    data = qapp.clipboard().mimeData()
    assert data.data("x-kde-passwordManagerHint").toStdString() == "secret"
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        windows = data.data(f'application/x-qt-windows-mime;value="{name}"')
        assert windows.data() == bytes(4)


def test_nothing_is_left_when_the_application_ends(
    qapp: QApplication, clipboard: SecretClipboard
) -> None:
    clipboard.copy(Secret("s3cret"))
    qapp.aboutToQuit.emit()
    assert qapp.clipboard().text() == ""


def test_an_empty_secret_does_not_empty_the_clipboard(
    qapp: QApplication, clipboard: SecretClipboard
) -> None:
    qapp.clipboard().setText("mine")
    clipboard.copy(Secret(""))
    clipboard.clear()
    assert qapp.clipboard().text() == "mine"
