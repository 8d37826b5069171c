import pytest
from pytestqt.qtbot import QtBot

from k2bench.ui.dialogs.help import HelpDialog


@pytest.mark.parametrize(
    ("page", "title", "words"),
    [
        ("identity", "Whom you act as", "K2SQL:ClientCredentialsApp"),
        ("publishing", "Publish a SmartObject", "Management > Integration > APIs"),
    ],
)
def test_a_page(qtbot: QtBot, page: str, title: str, words: str) -> None:
    dialog = HelpDialog(page)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == title
    assert words in dialog.page.toPlainText()
    dialog.close_.click()
    assert dialog.isHidden()
