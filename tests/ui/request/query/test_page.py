import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.query import OPTIONS, option, with_option
from k2bench.ui.request.query.page import QueryPage
from k2bench.ui.request.query.surroundings import Surroundings
from k2bench.ui.request.query.wording import NO_METADATA, NO_SERVICE
from tests.ui.request.query.service import BASE

URL = f"{BASE}/Products?x=%7e&$filter=Name%20eq%20%27a%27&$top=5&$count=true"
PIECES = st.sampled_from(
    (*"&?#=%$+;'() \t\n\r\0\u00a0\u2029\ufffe", "%7e", "%80", "%", "é", "😀", "{{x}}", *OPTIONS)
)
TYPED = st.lists(PIECES | st.text(max_size=5)).map("".join)


def test_the_url_fills_the_fields(page: QueryPage) -> None:
    page.show_url(URL)
    assert page.expressions["$filter"].option_text() == "Name eq 'a'"
    assert page.top.text() == "5"
    assert page.count.isChecked()
    assert page.url() == URL


def test_an_edit_changes_that_option_and_no_other_byte(page: QueryPage, qtbot: QtBot) -> None:
    page.show_url(URL)
    with qtbot.waitSignal(page.url_edited) as told:
        qtbot.keyClicks(page.skip, "7")
    assert told.args == [URL + "&$skip=7"]
    page.show_url(told.args[0])
    with qtbot.waitSignal(page.url_edited) as told:
        page.count.click()
    assert told.args == [URL.replace("&$count=true", "") + "&$skip=7"]


def test_typed_back_it_is_the_very_url_again(page: QueryPage, qtbot: QtBot) -> None:
    page.show_url(URL)
    editor = page.expressions["$filter"].editor
    qtbot.keyClicks(editor, "x")
    assert page.url() != URL
    qtbot.keyClick(editor, "\b")
    assert page.url() == URL


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED)
def test_showing_a_url_never_changes_it(page: QueryPage, typed: str) -> None:
    told: list[str] = []
    page.url_edited.connect(told.append)
    page.show_url(f"{BASE}/Products?{typed}")
    assert told == []
    assert page.url() == f"{BASE}/Products?{typed}"
    page.url_edited.disconnect(told.append)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=TYPED)
def test_an_edit_in_the_page_is_an_edit_of_the_url(page: QueryPage, typed: str) -> None:
    url = f"{BASE}/Products?{typed}"
    page.show_url(url)
    page.top.show_text(None)
    page.top.setText("5")
    page.top.textEdited.emit("5")
    assert page.url() == with_option(url, "$top", "5")
    for name in OPTIONS[:-1]:
        if name != "$top":
            assert option(page.url(), name) == option(url, name)


def test_the_cursor_stays_while_the_url_is_typed(page: QueryPage, qtbot: QtBot) -> None:
    page.show_url(URL)
    editor = page.expressions["$filter"].editor
    editor.setFocus()
    for _ in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_Right)
    page.show_url(URL + "&$skip=1")
    assert editor.position() == 4


def test_a_number_that_is_none_is_said(page: QueryPage) -> None:
    page.show_url(f"{BASE}/Products?$top=x")
    assert page.top.text() == "x"
    assert page.top.property("problem") == "error"


def test_it_says_what_is_not_known(page: QueryPage, known: Surroundings) -> None:
    page.show_url("https://elsewhere/x?$top=1")
    page.show_surroundings(Surroundings())
    assert page.hint() == NO_SERVICE
    assert page.top.text() == "1"
    page.show_surroundings(Surroundings(known.place))
    assert page.hint() == NO_METADATA
    assert page.refresh.isVisible()
    page.show_surroundings(known)
    assert page.hint() == ""
    assert not page.refresh.isVisible()


def test_an_older_service_has_neither_search_nor_apply_unless_the_url_has(
    page: QueryPage, known: Surroundings
) -> None:
    assert known.place is not None
    page.show_surroundings(known)
    assert not page.texts["$search"].isHidden()
    older = type(known.place)("https://t/api/odata/v3", "Set", "")
    page.show_surroundings(Surroundings(older))
    assert page.texts["$search"].isHidden()
    page.show_url("https://t/api/odata/v3/Set?$search=a")
    assert not page.texts["$search"].isHidden()
    assert page.count.name == "$inlinecount"


def test_what_goes_out_can_be_copied(page: QueryPage, qtbot: QtBot) -> None:
    page.show_outgoing("https://h/x?$top=1")
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://h/x?$top=1"
    page.show_outgoing("", "There is no variable {{x}}")
    assert not page.copy.isEnabled()
    assert page.outgoing.whole == "There is no variable {{x}}"


@pytest.mark.parametrize("name", ["$filter", "$top", "$count", "$search"])
def test_an_option_can_be_focused(page: QueryPage, name: str) -> None:
    page.focus_option(name)
    focused = page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name


@pytest.mark.parametrize("width", [500, 1000])
def test_the_numbers_stand_where_there_is_room(page: QueryPage, width: int, qtbot: QtBot) -> None:
    page.resize(width, 500)
    editor = page.expressions["$orderby"].editor

    def beside() -> bool:
        places = [each.mapTo(page, each.rect().topLeft()).y() for each in (page.top, editor)]
        return abs(places[0] - places[1]) < 4

    qtbot.waitUntil(lambda: beside() is (width == 1000))
