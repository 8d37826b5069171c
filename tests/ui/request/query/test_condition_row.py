import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.querying.condition import Comparison, Condition
from k2bench.apis.odata.querying.filter_parts import read
from k2bench.ui.request.query.condition_row import ConditionRow, new_condition
from k2bench.ui.request.query.field_choices import Choices
from k2bench.ui.request.query.surroundings import Surroundings


def of(text: str) -> Condition:
    group = read(text)
    assert group is not None
    (part,) = group.parts
    assert isinstance(part, Condition)
    return part


class Row:
    def __init__(self, qtbot: QtBot, text: str, known: Surroundings | None = None) -> None:
        self.told: list[str] = []
        choices = Choices(known) if known is not None else Choices()
        self.row = ConditionRow("1", of(text), choices)
        qtbot.addWidget(self.row)
        for signal in (self.row.edited, self.row.rebuilt):
            signal.connect(lambda new: self.told.append(new.text))

    def widget(self, name: str) -> QWidget:
        widgets = self.row.findChildren(QWidget)
        return next(each for each in widgets if each.accessibleName() == f"{name} 1")

    def box(self, name: str) -> QComboBox:
        found = self.widget(name)
        assert isinstance(found, QComboBox)
        return found

    def choose(self, name: str, text: str) -> None:
        box = self.box(name)
        at = box.findText(text)
        assert at >= 0, [box.itemText(i) for i in range(box.count())]
        box.setCurrentIndex(at)
        box.activated.emit(at)
        box.textActivated.emit(text)


def test_another_value_keeps_what_stands_around_it(qtbot: QtBot, known: Surroundings) -> None:
    row = Row(qtbot, "( Name   eq 'a' )", known)
    value = row.widget("Value")
    assert isinstance(value, QLineEdit)
    qtbot.keyClicks(value, "b")
    assert row.told == ["( Name   eq 'ba' )"]


@pytest.mark.parametrize(
    ("text", "name", "chosen", "told"),
    [
        ("Name eq 'a'", "Operator", "contains", "contains(Name,'a')"),
        ("Name eq 'a'", "Operator", "is null", "Name eq null"),
        ("Name eq null", "Operator", "contains", "contains(Name,'')"),
        ("Name eq 'a'", "Operator", "is one of", "Name in ('a')"),
        ("Name eq 'a'", "Field", "ID", "ID eq 0"),
        ("contains(Name,'a')", "Field", "ID", "ID eq 0"),
        ("ID gt 5", "Field", "Colour", "Colour eq Shop.Colour'Red'"),
        ("Name eq 'a'", "Field", "Parts ▸ each", "Parts/any(x:x/No eq 0)"),
        ("Parts/any(p:p/No eq 1)", "Quantifier", "all", "Parts/all(p:p/No eq 1)"),
    ],
)
def test_choosing(
    qtbot: QtBot, known: Surroundings, text: str, name: str, chosen: str, told: str
) -> None:
    row = Row(qtbot, text, known)
    row.choose(name, chosen)
    assert row.told[0] == told


def test_choosing_what_there_is_tells_nothing(qtbot: QtBot, known: Surroundings) -> None:
    row = Row(qtbot, "Name eq 'a'", known)
    row.choose("Operator", "equals")
    row.choose("Field", "Name")
    assert row.told == []


def test_a_list_is_edited_as_it_stands(qtbot: QtBot, known: Surroundings) -> None:
    row = Row(qtbot, "ID in (1,2)", known)
    value = row.widget("Value")
    assert isinstance(value, QLineEdit)
    assert value.text() == "1,2"
    value.setText("1,2,3")
    value.textEdited.emit("1,2,3")
    value.textEdited.emit("1,2,")
    assert row.told == ["ID in (1,2,3)"]


def test_without_metadata_any_name_can_be_typed(qtbot: QtBot) -> None:
    row = Row(qtbot, "Name eq 'a'")
    box = row.box("Field")
    box.setCurrentText("Other")
    line = box.lineEdit()
    assert line is not None
    line.editingFinished.emit()
    assert row.told == ["Other eq 'a'"]


def test_a_new_condition(known: Surroundings) -> None:
    assert new_condition(Choices(known)).text == "ID eq 0"
    assert new_condition(Choices()).text == "Name eq ''"
    assert new_condition(Choices()).comparison is Comparison.EQ
