from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.chart.choice import Aggregate, ChartKind, Choice
from k2bench.content.chart.fields import Field, Role
from k2bench.ui.response.chart.controls import ChartControls

FIELDS = (
    Field("ID", Role.NUMBER, is_key=True),
    Field("Department", Role.CATEGORY, repeats=True),
    Field("Hired", Role.TIME),
    Field("Salary", Role.NUMBER),
    Field("(none)", Role.CATEGORY),
)


@pytest.fixture
def controls(shown: Callable[[QWidget], QWidget]) -> ChartControls:
    made = ChartControls()
    shown(made)
    made.show_fields(FIELDS)
    return made


def box(controls: ChartControls, name: str) -> QComboBox:
    (found,) = (b for b in controls.findChildren(QComboBox) if b.accessibleName() == name)
    return found


def choose(controls: ChartControls, qtbot: QtBot, name: str, words: str) -> Choice:
    """Choose as a person does, by the words in the box."""
    found = box(controls, name)
    index = found.findText(words)
    assert index >= 0
    with qtbot.waitSignal(controls.choice_changed) as told:
        found.setCurrentIndex(index)
        found.activated.emit(index)
    assert told.args is not None
    return told.args[0]


def words(controls: ChartControls, name: str) -> list[str]:
    found = box(controls, name)
    return [found.itemText(i) for i in range(found.count())]


def test_what_it_begins_with(controls: ChartControls) -> None:
    assert controls.choice == Choice(x="Department", y="Salary")
    shown = {b.accessibleName(): b.currentText() for b in controls.findChildren(QComboBox)}
    assert shown == {
        "Chart type": "Bar",
        "X axis": "Department",
        "Y axis": "Salary",
        "Group by": "(none)",
        "Aggregate": "Sum",
    }


def test_choosing(controls: ChartControls, qtbot: QtBot) -> None:
    assert choose(controls, qtbot, "X axis", "Hired").x == "Hired"
    assert choose(controls, qtbot, "Y axis", "ID").y == "ID"
    assert choose(controls, qtbot, "Group by", "Department").group == "Department"
    assert choose(controls, qtbot, "Aggregate", "Mean").aggregate is Aggregate.MEAN
    assert choose(controls, qtbot, "Group by", "(none)").group is None


def test_each_kind_offers_what_it_can_draw(controls: ChartControls, qtbot: QtBot) -> None:
    choose(controls, qtbot, "Chart type", "Scatter")
    assert words(controls, "X axis") == ["ID", "Hired", "Salary"]
    assert not box(controls, "Aggregate").isEnabled()
    choose(controls, qtbot, "Chart type", "Histogram")
    assert words(controls, "X axis") == ["ID", "Salary"]
    assert not box(controls, "Y axis").isEnabled()
    assert not box(controls, "Group by").isEnabled()
    choose(controls, qtbot, "Chart type", "Line")
    assert "Each row" in words(controls, "Aggregate")
    choose(controls, qtbot, "Aggregate", "Count of rows")
    assert not box(controls, "Y axis").isEnabled()


def test_each_kind_remembers_its_columns(controls: ChartControls, qtbot: QtBot) -> None:
    choose(controls, qtbot, "X axis", "Hired")
    choose(controls, qtbot, "Chart type", "Histogram")
    assert choose(controls, qtbot, "Chart type", "Bar").x == "Hired"


def test_the_choice_stays_while_the_same_columns_come(
    controls: ChartControls, qtbot: QtBot
) -> None:
    choose(controls, qtbot, "Chart type", "Line")
    choose(controls, qtbot, "X axis", "ID")
    again = tuple(Field(field.name, field.role, not field.repeats) for field in FIELDS)
    controls.show_fields(again)
    assert (controls.choice.kind, controls.choice.x) == (ChartKind.LINE, "ID")
    controls.show_fields(FIELDS[1:4])
    assert (controls.choice.kind, controls.choice.x) == (ChartKind.LINE, "Hired")


def test_columns_without_numbers_or_names(controls: ChartControls) -> None:
    controls.show_fields((Field("", Role.CATEGORY), Field("a\nb", Role.CATEGORY)))
    assert controls.choice.aggregate is Aggregate.COUNT
    assert words(controls, "X axis") == ["(no name)", "a b"]
    controls.show_fields(())
    assert words(controls, "X axis") == []


def test_ten_thousand_columns(controls: ChartControls, qtbot: QtBot) -> None:
    many = tuple(Field(f"column {i}", Role.NUMBER) for i in range(10_000))
    controls.show_fields(many)
    assert choose(controls, qtbot, "X axis", "column 9999").x == "column 9999"
    assert controls.width() < 3000
