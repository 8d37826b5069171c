from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.field import Field
from k2bench.ui.kit.theme import Theme


def test_the_input_is_named_by_the_label(qtbot: QtBot) -> None:
    field = Field("Client ID", QLineEdit())
    qtbot.addWidget(field)
    assert field.entry.accessibleName() == "Client ID"
    labels = [one for one in field.findChildren(QLabel) if one.text() == "Client ID"]
    assert labels[0].buddy() is field.entry


def test_a_message_takes_the_place_of_the_hint(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp)
    field = Field("Scope", QLineEdit(), "As registered")
    qtbot.addWidget(field)
    field.show()
    assert field.message() == "As registered"
    field.show_error("Ends without the slash")
    assert field.message() == "Ends without the slash"
    assert field.entry.accessibleDescription() == "Ends without the slash"
    assert field.entry.property("problem") == "error"
    field.show_warning("Unusual")
    assert field.entry.property("problem") == "warning"
    field.show_good("Known scope")
    assert field.entry.property("problem") == ""
    field.clear_message()
    assert field.message() == "As registered"
    theme.deleteLater()


def test_without_a_message_there_is_no_line(qtbot: QtBot) -> None:
    field = Field("Scope", QLineEdit())
    qtbot.addWidget(field)
    bare = field.sizeHint().height()
    field.show_hint("One of K2's scopes")
    assert field.sizeHint().height() > bare
    field.show_hint("")
    assert field.sizeHint().height() == bare
