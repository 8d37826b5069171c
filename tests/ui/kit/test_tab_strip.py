import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.theme import Theme


@pytest.fixture
def strip(qtbot: QtBot) -> TabStrip:
    made = TabStrip("Request tabs")
    qtbot.addWidget(made)
    for name in ("Query", "Params", "Headers"):
        made.add_page(name, QWidget())
    return made


def test_a_count_does_not_change_the_name(strip: TabStrip) -> None:
    strip.show_count("Params", 1234)
    assert strip.tabText(1) == "Params 1,234"
    assert strip.tabBar().accessibleTabName(1) == "Params"
    strip.show_count("Params", 0)
    assert strip.tabText(1) == "Params"
    assert strip.names() == ("Query", "Params", "Headers")


def test_pages_are_opened_by_name_and_by_keyboard(strip: TabStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.page_changed) as told:
        strip.show_page("Headers")
    assert told.args == ["Headers"]
    qtbot.keyClick(strip.tabBar(), Qt.Key.Key_Left)
    assert strip.current_name() == "Params"
    with pytest.raises(ValueError):
        strip.show_page("Cookies")


def test_a_page_can_go_again(strip: TabStrip) -> None:
    strip.remove_page("Params")
    assert strip.names() == ("Query", "Headers")


def test_choosing_a_tab_moves_no_other(qapp: QApplication, strip: TabStrip) -> None:
    theme = Theme(qapp)
    strip.resize(500, 200)
    strip.show()
    places = []
    for name in strip.names():
        strip.show_page(name)
        places.append([strip.tabBar().tabRect(i) for i in range(strip.count())])
    assert places[0] == places[1] == places[2]
    theme.deleteLater()


def test_a_corner_widget_and_the_tabs_have_room_of_their_own(strip: TabStrip, qtbot: QtBot) -> None:
    corner = QPushButton("Filter rows")
    strip.setCornerWidget(corner)
    for width in (600, 260):
        strip.resize(width, 100)
        strip.show()
        qtbot.waitExposed(strip)
        assert not strip.tabBar().geometry().intersects(corner.geometry())
