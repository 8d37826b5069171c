from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.core.request import Pair, RequestSpec, TextBody
from k2bench.ui.request.panel import RequestPanel

SPEC = RequestSpec(
    "PUT",
    "{{odata}}/Set?$filter=a eq 1&b",
    (Pair("Accept", "x"), Pair("Off", "y", enabled=False)),
    TextBody("{}"),
    (Pair("$top", "5", enabled=False),),
    "Named",
)


@pytest.fixture
def panel(shown: Callable[[QWidget], QWidget]) -> RequestPanel:
    made = RequestPanel()
    shown(made)
    return made


def test_a_request_comes_back_as_it_was(panel: RequestPanel) -> None:
    panel.show_spec(SPEC)
    assert panel.spec() == SPEC
    assert panel.params.pairs() == (
        Pair("$filter", "a eq 1"),
        Pair("b", ""),
        Pair("$top", "5", enabled=False),
    )


def test_typing_in_the_url_fills_the_table(panel: RequestPanel, qtbot: QtBot) -> None:
    panel.show_spec(RequestSpec("GET", "https://h/x"))
    panel.url.setFocus()
    panel.url.end(False)
    qtbot.keyClicks(panel.url, "?$top=3&$skip=1")
    assert panel.params.pairs() == (Pair("$top", "3"), Pair("$skip", "1"))
    assert panel.url.text() == "https://h/x?$top=3&$skip=1"


def test_the_table_writes_the_url_and_keeps_other_bytes(panel: RequestPanel) -> None:
    panel.show_spec(RequestSpec("GET", "https://h/x?a&b=%7e"))
    panel.params.show_pairs((Pair("a", ""), Pair("b", "%7e"), Pair("n", "R&D #1")))
    panel.params.pairs_changed.emit(panel.params.pairs())
    assert panel.url.text() == "https://h/x?a&b=%7e&n=R%26D %231"


def test_unticking_takes_a_parameter_out_of_the_url_and_keeps_it(panel: RequestPanel) -> None:
    panel.show_spec(RequestSpec("GET", "https://h/x?a=1&b=2"))
    panel.params.show_pairs((Pair("a", "1", enabled=False), Pair("b", "2")))
    panel.params.pairs_changed.emit(panel.params.pairs())
    assert panel.spec().url == "https://h/x?b=2"
    assert panel.spec().unsent_params == (Pair("a", "1", enabled=False),)


def test_send_by_button_and_by_enter(panel: RequestPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.send_requested):
        qtbot.mouseClick(panel.send, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.send_requested):
        qtbot.keyClick(panel.url, Qt.Key.Key_Return)
    panel.show_busy(True)
    assert not panel.send.isVisible()
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(panel.cancel, Qt.MouseButton.LeftButton)


def test_an_odata_request_opens_its_query_unless_another_page_was_chosen(
    panel: RequestPanel,
) -> None:
    assert panel.pages.current_name() == "Params"
    panel.show_spec(SPEC)
    assert panel.pages.current_name() == "Query"
    panel.show_spec(RequestSpec("GET", "https://h/x"))
    assert panel.pages.current_name() == "Params"
    panel.edit_url("https://t/api/odatav4/v4/Set")
    assert panel.pages.current_name() == "Query"
    panel.pages.show_page("Headers")
    panel.show_spec(replace(SPEC, url="{{odata}}/Other"))
    assert panel.pages.current_name() == "Headers"


def test_names_for_screen_readers(panel: RequestPanel) -> None:
    assert panel.accessibleName() == "Request"
    assert [panel.method.accessibleName(), panel.url.accessibleName()] == ["Method", "Request URL"]
    assert panel.pages.names() == ("Query", "Params", "Headers", "Body")
