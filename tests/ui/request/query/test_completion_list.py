from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.request.query.completion_list import MOST_ROWS, CompletionList


@dataclass(frozen=True)
class Word:
    text: str
    detail: str = "Edm.String"


WORDS = [Word(f"Name{number}") for number in range(30)]


@pytest.fixture
def window(shown: Callable[[QWidget], QWidget]) -> QWidget:
    made = QWidget()
    made.resize(500, 400)
    return shown(made)


@pytest.fixture
def offers(window: QWidget) -> CompletionList:
    return CompletionList(window)


def cursor(window: QWidget, x: int, y: int) -> QRect:
    return QRect(window.mapToGlobal(QPoint(x, y)), QSize(1, 16))


def test_it_stays_within_the_window(window: QWidget, offers: CompletionList) -> None:
    for place in ((0, 0), (490, 20), (20, 390)):
        offers.show_offers(WORDS, cursor(window, *place))
        assert offers.isVisible()
        assert window.rect().contains(offers.geometry())
    assert offers.height() < (MOST_ROWS + 1) * 30


def test_steps_go_round(window: QWidget, offers: CompletionList) -> None:
    offers.show_offers(WORDS[:2], cursor(window, 0, 0))
    assert offers.current_text() == "Name0"
    offers.step(-1)
    assert offers.current_text() == "Name1"
    offers.step(1)
    assert offers.current_text() == "Name0"
    offers.show_offers((), cursor(window, 0, 0))
    assert not offers.isVisible()


def test_a_click_chooses(window: QWidget, offers: CompletionList, qtbot: QtBot) -> None:
    offers.show_offers(WORDS[:3], cursor(window, 0, 0))
    place = offers.visualItemRect(offers.item(1)).center()
    with qtbot.waitSignal(offers.chosen) as told:
        qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["Name1"]
