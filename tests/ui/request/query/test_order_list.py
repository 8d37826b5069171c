import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.request.query.order_list import OrderList
from k2bench.ui.request.query.surroundings import Surroundings


@pytest.fixture
def order(qtbot: QtBot, known: Surroundings) -> OrderList:
    made = OrderList()
    qtbot.addWidget(made)
    made.show_surroundings(known)
    return made


def box(order: OrderList, name: str) -> QComboBox:
    return next(
        each
        for each in order.findChildren(QComboBox)
        if each.accessibleName() == name and each.isVisibleTo(order)
    )


def press(order: OrderList, name: str) -> None:
    buttons = order.findChildren(QAbstractButton)
    next(b for b in buttons if b.accessibleName() == name and b.isVisibleTo(order)).click()


def test_rows_are_the_text(order: OrderList) -> None:
    texts: list[str] = []
    order.text_edited.connect(texts.append)
    order.show_text("Name desc , length(Name)", Dialect.V4)
    assert box(order, "Direction 1").currentText() == "descending"
    assert box(order, "Sort field 2").currentText() == "length(Name)"
    box(order, "Direction 2").activated.emit(1)
    press(order, "Move sort field 2 up")
    press(order, "Remove sort field 2")
    press(order, "Add Sort Field")
    box(order, "Sort field 2").textActivated.emit("Price")
    assert texts == [
        "Name desc , length(Name) desc",
        "length(Name) desc , Name desc",
        "length(Name) desc",
        "length(Name) desc,ID",
        "length(Name) desc,Price",
    ]


def test_what_is_no_list_is_left_alone(order: OrderList) -> None:
    order.show_text("Name,(", Dialect.V4)
    assert not order.add.isEnabled()
    order.show_text("", Dialect.V4)
    assert order.add.isEnabled()
    order.leave()
