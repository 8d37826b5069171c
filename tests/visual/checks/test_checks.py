"""Each check finds what it is there for, and nothing in a window that is as it should be."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.visual.checks import flaws, flaws_of_layout
from tests.visual.checks.contrast import contrast

Check = Callable[..., list[str]]


@pytest.fixture
def check(qtbot: QtBot) -> Check:
    """`check(widget...)`: the flaws of a window that holds the widgets, one below the other."""

    def build(*widgets: QWidget) -> list[str]:
        window = QWidget()
        window.setWindowTitle("Window")
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(300, 200)
        window.show()
        qtbot.waitExposed(window)
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        return [*flaws_of_layout(window), *flaws(window, image)]

    return build


def named(widget: QWidget, name: str = "Name") -> QWidget:
    widget.setAccessibleName(name)
    return widget


def test_nothing_is_found_where_nothing_is_wrong(check: Check) -> None:
    button, line = named(QPushButton("Send"), "Send"), named(QLineEdit(), "Filter")
    assert check(QLabel("words"), button, line) == []


def narrow(widget: QWidget) -> QWidget:
    widget.setFixedWidth(30)
    return named(widget)


def box() -> QComboBox:
    made = QComboBox()
    made.addItem("a choice that is long")
    return made


def wrapped() -> QLabel:
    made = QLabel("words that need several lines to be read", wordWrap=True)
    made.setFixedSize(100, 16)
    return made


def hint() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText("a hint that is too long for the line")
    return made


@pytest.mark.parametrize(
    "widget",
    [
        lambda: narrow(QLabel("a label that is long")),
        lambda: narrow(QPushButton("a button that is long")),
        lambda: narrow(box()),
        lambda: narrow(hint()),
        lambda: named(wrapped()),
    ],
    ids=["label", "button", "box", "placeholder", "lines"],
)
def test_a_text_that_does_not_fit(check: Check, widget: Callable[[], QWidget]) -> None:
    (found,) = check(widget())
    assert "needs" in found


def test_a_cell_and_a_header_that_are_too_narrow(check: Check) -> None:
    table = QTableWidget(1, 1)
    table.setWordWrap(False)
    table.setHorizontalHeaderLabels(["A title that is long"])
    table.setItem(0, 0, QTableWidgetItem("a value that is much longer than its column"))
    table.setColumnWidth(0, 50)
    found = check(named(table))
    assert [each.partition("”")[0].partition("“")[2] for each in found] == [
        "a value that is much longer than its column",
        "A title that is long",
    ]


def test_tabs_out_of_sight(check: Check) -> None:
    bar = QTabBar()
    for index in range(20):
        bar.addTab(f"Tab {index}")
        bar.setAccessibleTabName(index, f"Tab {index}")
    assert any("out of sight" in each for each in check(named(bar)))


def test_a_widget_outside_of_its_parent(check: Check) -> None:
    group = QWidget()
    QLabel("words", group).move(-10, 0)
    assert any("cut off" in each for each in check(group, QLabel("more words")))


def test_widgets_on_each_other(check: Check) -> None:
    group = QWidget()
    QLabel("some words", group)
    QLabel("other words", group)
    assert any("share" in each for each in check(group))


def test_a_list_with_nothing_in_it(check: Check) -> None:
    assert any("nothing in them" in each for each in check(named(QListWidget())))


def test_names_that_are_missing_or_twice(check: Check) -> None:
    (found,) = check(QPushButton("Send"))
    assert found.endswith("has no accessible name")
    (found,) = check(named(QPushButton("Send")), named(QPushButton("Save")))
    assert found == "2 widgets of the pane Window are called Name"


def test_a_text_that_is_faint(check: Check) -> None:
    label = QLabel("faint words")
    label.setStyleSheet("color: #999999; background: white;")
    (found,) = check(label)
    assert "contrast" in found


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(0xFF000000, 0xFFFFFFFF) == pytest.approx(21)
    assert contrast(0xFF767676, 0xFFFFFFFF) == pytest.approx(4.54, abs=0.01)
