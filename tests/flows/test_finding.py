"""Find and filter in an answer, by keyboard and by the names of things."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.flows.conftest import Driver
from tests.flows.demo_tenant import open_url

ROWS = "{{odata}}/EmployeeSample?$top=50"

NOT_THERE = {
    "Headers": "No matches",
    "Timeline": "No matches",
    "Chart": "This view cannot be searched",
}


def answered(demo: Driver, page: str = "") -> None:
    demo.press("Authorization/Get New Access Token")
    demo.wait(demo.app.bridge.is_idle)
    demo.press("Authorization/Use Token")
    open_url(demo, ROWS)
    if page:
        demo.app.wiring.workspace.response.tabs.open(page)


def says(demo: Driver, words: str) -> Callable[[], bool]:
    return lambda: demo.text("Response/Matches") == words


def test_find_by_keyboard(demo: Driver, qtbot: QtBot) -> None:
    answered(demo, "Pretty")
    demo.wait_for("Response/Pretty text")
    text = demo.find("Response/Pretty text")
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = demo.find("Response/Find")
    demo.wait(field.hasFocus)
    qtbot.keyClicks(field, "firstname")
    demo.wait(says(demo, "1 of 50"))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert demo.text("Response/Matches") == "2 of 50"
    qtbot.keyClick(field, Qt.Key.Key_F3)
    qtbot.keyClick(field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert demo.text("Response/Matches") == "2 of 50"
    demo.press("Response/Match Case")
    demo.wait(says(demo, "No matches"))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not demo.sees("Response/Find")
    demo.wait(text.hasFocus)


def test_one_bar_for_every_view(demo: Driver) -> None:
    answered(demo)
    demo.trigger("Find in Response")
    demo.type("Response/Find", "Lovelace")
    demo.wait(says(demo, "1 of 1"))
    tabs = demo.app.wiring.workspace.response.tabs
    for page in tabs.strip.names():
        tabs.open(page)
        demo.wait(says(demo, NOT_THERE.get(page, "1 of 1")))


def test_a_pattern_that_is_none_and_one_that_takes_too_long(demo: Driver) -> None:
    answered(demo, "Raw")
    demo.trigger("Find in Response")
    demo.press("Response/Regular Expression")
    demo.type("Response/Find", "(Lov")
    demo.wait(says(demo, "Missing ) at position 4."))
    demo.type("Response/Find", r"(\w|\w\w|\W)+$(?<=never)")
    demo.wait(lambda: demo.text("Response/Matches").startswith("This pattern takes too long"))
    demo.type("Response/Find", "L[o]velace")
    demo.wait(says(demo, "1 of 1"))


def test_closing_the_tab_while_it_searches(demo: Driver, qtbot: QtBot) -> None:
    answered(demo, "Raw")
    demo.trigger("Find in Response")
    demo.press("Response/Regular Expression")
    demo.type("Response/Find", "(a|aa|.)+$(?<=never)")
    qtbot.keyClick(demo.find("Response/Find"), Qt.Key.Key_Return)  # begins at once
    demo.trigger("Close Tab")
    demo.wait(demo.app.bridge.is_idle)
    demo.settle()


def test_filter_by_json_path_and_back(demo: Driver, qtbot: QtBot) -> None:
    answered(demo)
    demo.trigger("Find in Response")
    demo.press("Response/Find bar/JSONPath")
    field: QWidget = demo.find("Response/JSONPath bar/JSONPath")
    qtbot.keyClicks(field, "$.value[?@.FirstName == 'Ada']")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    demo.wait_for("Response/Filter in force")
    words = demo.find("Response/Filter in force").accessibleDescription()
    assert words == "Filtered by $.value[?@.FirstName == 'Ada'] · 1 result"
    demo.wait(lambda: demo.app.wiring.workspace.response.rows_text() == "1 row")
    assert demo.column("FirstName", 1) == ["Ada"]
    demo.press("Response/Show All")
    assert demo.column("FirstName", 2) == ["Ada", "Alan"]
    assert not demo.sees("Response/Filter in force")


def test_closing_the_tab_while_it_filters(demo: Driver) -> None:
    answered(demo)
    demo.trigger("Filter by JSONPath")
    demo.type("Response/JSONPath bar/JSONPath", "$..*")
    demo.press("Response/JSONPath bar/Filter")
    demo.trigger("Close Tab")
    demo.wait(demo.app.bridge.is_idle)
    demo.settle()
