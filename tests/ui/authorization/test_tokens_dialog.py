from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.auth.token import AccessToken
from k2bench.core.secret import Secret
from k2bench.ui.authorization.tokens_dialog import TokensDialog
from k2bench.workbench.tokens import HeldToken

TOKEN = AccessToken(Secret("tok-123"), "Bearer", 0, 3600, "a")
HELD = (HeldToken("1", "a", TOKEN, pinned=True), HeldToken("2", "", TOKEN, pinned=False))


def test_the_tokens_are_listed_and_inspected(
    qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    dialog = TokensDialog(HELD, {"1": "Dev", "2": "Test"}.__getitem__, 7200)
    shown(dialog)
    rows = [[dialog.table.item(row, column).text() for column in (0, 1, 3, 4)] for row in range(2)]
    assert rows == [
        ["Dev", "a", "expired", "Use Token"],
        ["Test", "(none)", "expired", "by itself"],
    ]
    with qtbot.waitSignal(dialog.inspect_requested) as asked:
        qtbot.mouseClick(dialog.inspect, Qt.MouseButton.LeftButton)
    assert asked.args == [TOKEN]


def test_no_tokens_yet(shown: Callable[[QWidget], QWidget]) -> None:
    dialog = TokensDialog((), str, 0)
    shown(dialog)
    assert not dialog.inspect.isEnabled()
    assert not dialog.table.isVisible()
