import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.methods import Method, methods_of
from k2bench.apis.odata.requests import Filled, flaws
from k2bench.ui.explorer.method_form import NOT_TOLD, MethodForm
from tests.apis.odata.catalogues import index

INDEX = index()


def method(name: str) -> Method:
    return next(each for each in methods_of(INDEX, "Orders") if each.name == name)


def form(qtbot: QtBot, name: str) -> MethodForm:
    made = MethodForm(method(name), INDEX)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_field_for_each_part_of_the_key_and_each_input(qtbot: QtBot) -> None:
    made = form(qtbot, "Update")
    assert list(made.keys) == ["ID"]
    assert list(made.inputs) == ["Title", "Amount", "State", "Place", "Tags"]
    assert isinstance(made.inputs["State"].entry, QComboBox)
    assert made.keys["ID"].field.message() == "Int64, required: 42"
    assert made.inputs["Title"].field.message() == "String, at most 50 characters"
    assert made.inputs["Place"].field.message() == "Place: as JSON"


def test_only_what_is_sent_is_filled_in(qtbot: QtBot) -> None:
    made = form(qtbot, "Update")
    with qtbot.waitSignal(made.changed):
        qtbot.keyClicks(made.inputs["Amount"].entry, "1.10")
    made.inputs["Title"].null.setChecked(True)
    qtbot.keyClicks(made.keys["ID"].entry, "5")
    assert made.filled() == Filled({"ID": "5"}, {"Title": None, "Amount": "1.10"})


def test_what_is_wrong_is_shown_where_something_was_typed(qtbot: QtBot) -> None:
    made = form(qtbot, "Update")
    qtbot.keyClicks(made.inputs["Amount"].entry, "much")
    found = flaws(method("Update"), INDEX, made.filled())
    made.show_flaws(found)
    assert "is not a value of type Decimal" in made.inputs["Amount"].field.message()
    assert made.keys["ID"].field.message() == "Int64, required: 42"
    made.show_flaws(found, everywhere=True)
    assert made.keys["ID"].field.message().startswith("ID is missing")


@pytest.mark.parametrize(
    ("name", "words"), [("Delete", "Key: which row is meant"), ("List", "It takes no inputs.")]
)
def test_what_takes_little_says_so(qtbot: QtBot, name: str, words: str) -> None:
    made = form(qtbot, name)
    assert words in [each.text() for each in made.findChildren(QLabel)]


def test_a_method_of_k2_does_not_tell_its_inputs(qtbot: QtBot) -> None:
    made = form(qtbot, "Sweep")
    assert NOT_TOLD in [each.text() for each in made.findChildren(QLabel)]
    assert not any(row.is_sent() for row in made.inputs.values())
