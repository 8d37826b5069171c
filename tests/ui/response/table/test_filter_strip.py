from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from k2bench.content.column_filter import ColumnFilter
from k2bench.ui.response.table.filter_strip import MOST_CHIPS, FilterStrip


@pytest.fixture
def strip(shown: Callable[[QWidget], QWidget]) -> FilterStrip:
    around = QWidget()
    around.resize(700, 200)
    made = FilterStrip()
    made.setParent(around)
    made.resize(700, 60)
    shown(around)
    around.activateWindow()
    made.around = around  # type: ignore[attr-defined]  # else it goes, and the strip with it
    return made


def buttons(strip: FilterStrip) -> dict[str, QAbstractButton]:
    found = strip.findChildren(QAbstractButton)
    return {b.accessibleName(): b for b in found if b.isVisible() and b.text()}


def test_chips_say_what_is_filtered(strip: FilterStrip, qtbot: QtBot) -> None:
    filters = [ColumnFilter("a", "x"), ColumnFilter("b", value=b"null", excluded=True)]
    strip.show_filters(filters)
    assert list(buttons(strip)) == ["a contains “x”", "b is not null", "Clear Filters"]
    with qtbot.waitSignal(strip.remove_requested) as removed:
        buttons(strip)["b is not null"].click()
    assert removed.args == [filters[1]]
    with qtbot.waitSignal(strip.clear_requested):
        buttons(strip)["Clear Filters"].click()
    strip.show_filters([])
    assert not strip.isVisible()


def test_typing_filters_after_a_while_or_with_enter(strip: FilterStrip, qtbot: QtBot) -> None:
    strip.edit("a")
    assert strip.field is not None
    assert strip.field.accessibleName() == "Filter a"
    with qtbot.waitSignal(strip.text_changed) as typed:
        qtbot.keyClicks(strip.field, "x")
    assert typed.args == ["a", "x"]
    qtbot.keyClicks(strip.field, "y")
    with qtbot.waitSignal(strip.text_changed) as typed, qtbot.waitSignal(strip.left):
        qtbot.keyClick(strip.field, Qt.Key.Key_Return)
    assert typed.args == ["a", "xy"]
    assert strip.field is None


def test_the_line_takes_the_place_of_its_chip(strip: FilterStrip) -> None:
    strip.show_filters([ColumnFilter("a", "x"), ColumnFilter("a", value=b"1", excluded=True)])
    strip.edit("a")
    assert strip.field is not None
    assert strip.field.text() == "x"
    assert list(buttons(strip)) == ["a is not 1", "Clear Filters"]
    strip.close_field()
    assert "a contains “x”" in buttons(strip)


def test_esc_empties_the_line_and_then_leaves_it(strip: FilterStrip, qtbot: QtBot) -> None:
    strip.edit("a")
    assert strip.field is not None
    qtbot.keyClicks(strip.field, "x")
    with qtbot.waitSignal(strip.text_changed):
        qtbot.keyClick(strip.field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(strip.left):
        qtbot.keyClick(strip.field, Qt.Key.Key_Escape)
    assert not strip.isVisible()


def test_many_and_long_filters(strip: FilterStrip) -> None:
    strip.show_filters([ColumnFilter(f"{i}" + "n" * 500, "x\ny" * 99) for i in range(99)])
    assert len(buttons(strip)) == MOST_CHIPS + 1
    strip.edit("n" * 500)
    assert strip.field is not None
    assert len(strip.field.accessibleName()) < 80
