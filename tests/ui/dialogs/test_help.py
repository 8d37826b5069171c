import pytest
from pytestqt.qtbot import QtBot

from k2bench.ui.dialogs.help import HelpDialog


@pytest.mark.parametrize(
    ("path", "title", "words"),
    [
        ("help/identity.md", "Whom you act as", "K2SQL:ClientCredentialsApp"),
        ("help/publishing.md", "Publish a SmartObject", "Management > Integration > APIs"),
        ("k2-facts.md", "What is known about Nintex K2 Cloud", "verified"),
    ],
)
def test_a_page(qtbot: QtBot, path: str, title: str, words: str) -> None:
    dialog = HelpDialog(path)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == title
    assert words in dialog.page.toPlainText()
    dialog.close_.click()
    assert dialog.isHidden()
