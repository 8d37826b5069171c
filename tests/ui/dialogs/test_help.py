import pytest
from pytestqt.qtbot import QtBot

from k2bench.assets import asset_path
from k2bench.ui.dialogs.help import HelpDialog

HELP = asset_path("k2-facts.md").with_name("help")
PAGES = ["k2-facts.md", *(f"help/{page.name}" for page in HELP.glob("*.md"))]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_a_title_and_something_to_read(path: str, qtbot: QtBot) -> None:
    dialog = HelpDialog(path)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle()
    assert not dialog.windowTitle().startswith("#")
    assert len(dialog.page.toPlainText()) > 100
