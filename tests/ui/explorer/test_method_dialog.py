import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from k2bench.core.request import RequestSpec, TextBody
from k2bench.ui.explorer.method_dialog import MethodDialog
from tests.apis.odata.catalogues import K2
from tests.ui.explorer.test_method_form import INDEX, method


@pytest.fixture
def dialog(qtbot: QtBot) -> MethodDialog:
    made = MethodDialog(method("Update"), K2, INDEX)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_preview_follows_what_is_typed(dialog: MethodDialog, qtbot: QtBot) -> None:
    assert "ID is missing." in dialog.preview.toPlainText()
    qtbot.keyClicks(dialog.form.keys["ID"].entry, "5")
    qtbot.keyClicks(dialog.form.inputs["Title"].entry, "Chairs")
    assert dialog.preview.toPlainText() == 'PUT {{odata}}/Orders(5)\n\n{\n  "Title": "Chairs"\n}'


def test_a_whole_form_makes_a_request(dialog: MethodDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.form.keys["ID"].entry, "5")
    with qtbot.waitSignal(dialog.request_made) as made:
        qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    spec: RequestSpec = made.args[0]
    assert (spec.method, spec.url) == ("PUT", "{{odata}}/Orders(5)")
    assert spec.body == TextBody("{}", "application/json")
    assert not dialog.isVisible()


def test_a_form_with_flaws_stays_open_and_says_which(dialog: MethodDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.request_made, wait=10):
        qtbot.mouseClick(dialog.open_, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.form.keys["ID"].field.message().startswith("ID is missing")
    assert dialog.focusWidget() is dialog.form.keys["ID"].entry


def test_cancel_makes_none(dialog: MethodDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.request_made, wait=10):
        qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
