from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.filter_parts import read
from k2bench.ui.bridge import Bridge
from k2bench.ui.request.query.filter_row import FilterRow
from k2bench.ui.request.query.filter_rows import AT_ONCE, MOST, NO_ROWS, TOO_MANY, FilterRows
from k2bench.ui.request.query.surroundings import Surroundings
from tests.ui.conftest import PATIENCE

MIXED = "Name  eq 'a' and (ID gt 5 or Price add 1 eq 2)"


class Rows:
    def __init__(self, rows: FilterRows, qtbot: QtBot) -> None:
        self.rows, self.qtbot = rows, qtbot
        self.told: list[str] = []
        rows.text_edited.connect(self.told.append)

    def show(self, text: str) -> None:
        with self.qtbot.waitSignal(self.rows.read, timeout=PATIENCE):
            self.rows.show_text(text, Dialect.V4)

    def widget(self, name: str) -> QWidget:
        found = [
            each
            for each in self.rows.findChildren(QWidget)
            if each.accessibleName() == name and each.isVisibleTo(self.rows)
        ]
        assert len(found) == 1, f"{len(found)} are called {name!r}"
        return found[0]

    def press(self, name: str) -> None:
        found = self.widget(name)
        assert isinstance(found, QAbstractButton)
        found.click()

    def command(self, number: str, text: str) -> None:
        row = self.widget(f"Remove {number}").parentWidget()
        assert isinstance(row, FilterRow)
        next(each for each in row.menu.actions() if each.text() == text).trigger()


@pytest.fixture
def rows(
    bridge: Bridge, known: Surroundings, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> Rows:
    made = FilterRows(bridge, lambda problem: pytest.fail(problem.title))
    made.resize(900, 300)
    shown(made)
    made.show_surroundings(known)
    return Rows(made, qtbot)


def test_one_row_edited_keeps_the_others(rows: Rows) -> None:
    rows.show(MIXED)
    value = rows.widget("Value 2.1")
    assert isinstance(value, QLineEdit)
    rows.qtbot.keyClicks(value, "1")
    assert rows.told == ["Name  eq 'a' and (ID gt 15 or Price add 1 eq 2)"]
    assert rows.widget("Value 2.1") is value
    raw = rows.widget("Condition 2.2")
    assert isinstance(raw, QLineEdit)
    assert raw.text() == "Price add 1 eq 2"
    raw.setText("Price eq 3")
    raw.editingFinished.emit()
    assert rows.told[-1] == "Name  eq 'a' and (ID gt 15 or Price eq 3)"
    assert rows.widget("Value 2.2")


def test_its_own_text_is_not_read_again(rows: Rows) -> None:
    rows.show(MIXED)
    value = rows.widget("Value 1")
    assert isinstance(value, QLineEdit)
    rows.qtbot.keyClicks(value, "b")
    rows.rows.show_text(rows.told[-1], Dialect.V4)
    assert rows.widget("Value 1") is value


def test_conditions_come_and_go(rows: Rows) -> None:
    rows.show("")
    rows.press("Add Condition")
    rows.press("Add Condition")
    rows.press("Add Group")
    assert rows.told == [
        "ID eq 0",
        "ID eq 0 and ID eq 0",
        "ID eq 0 and ID eq 0 and (ID eq 0 or ID eq 0)",
    ]
    rows.press("Add to Group 3")
    assert rows.told[-1].endswith("(ID eq 0 or ID eq 0 or ID eq 0)")
    rows.press("Remove 3")
    rows.press("Remove 2")
    rows.press("Remove 1")
    assert rows.told[-1] == ""


def test_groups(rows: Rows) -> None:
    rows.show("ID eq 1 and ID eq 2 and ID eq 3")
    rows.command("2", "Group with Next")
    assert rows.told[-1] == "ID eq 1 and (ID eq 2 and ID eq 3)"
    box = rows.widget("Join 2.2")
    assert isinstance(box, QComboBox)
    box.textActivated.emit("or")
    assert rows.told[-1] == "ID eq 1 and (ID eq 2 or ID eq 3)"
    negate = rows.widget("Not 2")
    assert isinstance(negate, QCheckBox)
    negate.click()
    assert rows.told[-1] == "ID eq 1 and not (ID eq 2 or ID eq 3)"
    rows.press("Not 2")
    rows.command("2", "Ungroup")
    assert rows.told[-1] == "ID eq 1 and ID eq 2 and ID eq 3"


def test_what_is_no_filter_or_too_long_stays_text(rows: Rows) -> None:
    rows.show("Name eq")
    assert rows.rows.note() == NO_ROWS
    assert not rows.rows.add.isEnabled()
    rows.show(" and ".join(["ID eq 1"] * (MOST + 1)))
    assert rows.rows.note() == TOO_MANY
    rows.show("ID eq 1")
    assert rows.rows.note() == ""
    assert rows.told == []


def test_nothing_is_changed_while_a_newer_text_is_read(rows: Rows) -> None:
    rows.show("ID eq 1")
    rows.rows.show_text("ID eq 2", Dialect.V4)
    rows.rows.add.click()
    assert rows.told == []
    rows.qtbot.waitSignal(rows.rows.read, timeout=PATIENCE).wait()
    rows.rows.leave()


def test_many_rows_are_made_a_few_at_a_time(rows: Rows) -> None:
    made: list[int] = []
    rows.rows.read.connect(lambda: made.append(len(rows.rows.findChildren(FilterRow))))
    rows.show(" and ".join(["ID eq 1"] * 12))
    assert made == [AT_ONCE]
    rows.qtbot.waitUntil(lambda: len(rows.rows.findChildren(FilterRow)) == 12)
    rows.rows.add.click()

    def focused() -> list[str]:
        lines = rows.rows.findChildren(QLineEdit)
        return [each.accessibleName() for each in lines if each.hasFocus()]

    rows.qtbot.waitUntil(lambda: focused() == ["Value 13"])


CONDITIONS = st.sampled_from(
    ["Name eq 'a'", "ID  gt 5", "not contains(Name,'b')", "Price add 1 eq 2"]
)
FILTERS = st.recursive(
    CONDITIONS,
    lambda inner: st.tuples(inner, st.sampled_from([" and ", "  or "]), inner).map(
        lambda parts: f"({parts[0]}{parts[1]}{parts[2]})"
    ),
    max_leaves=6,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=FILTERS)
def test_shown_as_rows_a_filter_is_still_the_same(rows: Rows, text: str) -> None:
    rows.rows.show_text("", Dialect.V4)
    rows.told.clear()
    rows.rows._show_read(read(text))
    assert rows.rows.group is not None
    assert rows.rows.group.text == text
    assert rows.told == []
