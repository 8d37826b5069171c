from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from k2bench.content.cell import cell_of
from k2bench.ui.kit.tokens import LIGHT
from k2bench.ui.response.table.cell_delegate import shown_text
from k2bench.ui.response.table.model import TableModel
from k2bench.ui.response.table.view import ResponseTable
from tests.ui.response.table.test_model import table_of

ROWS = (
    b'[{"s":"","n":null,"o":{"x":1},"d":12.50,"t":"2024-01-31","f":false},{"s":"text"},'
    b'{"s":"\\u202eabc","n":"a\\tb","o":[],"d":"12","t":null,"f":NaN}]'
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"true", "✓ true"),
        (b"false", "– false"),
        (b'"true"', "true"),
        (b'"a\\nb\\tc\\u0000"', "a⏎b c "),
        (b"1.10", "1.10"),
    ],
)
def test_texts_on_one_line(raw: bytes, text: str) -> None:
    assert shown_text(cell_of(raw)) == text


def painted(view: ResponseTable, row: int, column: int) -> set[str]:
    """The colours in one cell."""
    picture = view.viewport().grab(view.visualRect(view.model().index(row, column)))
    image: QImage = picture.toImage()
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_null_looks_unlike_an_empty_text(shown: Callable[[QWidget], QWidget]) -> None:
    view = ResponseTable()
    view.resize(900, 300)
    view.show_model(TableModel(table_of(ROWS)))
    shown(view)
    assert painted(view, 0, 0) == painted(view, 1, 1) - {""}  # nothing but ground and line
    assert painted(view, 0, 1) > painted(view, 0, 0)
    assert LIGHT.raised.upper() in painted(view, 0, 2) or len(painted(view, 0, 2)) > 3


def test_every_kind_is_painted_selected_and_current(shown: Callable[[QWidget], QWidget]) -> None:
    view = ResponseTable()
    view.resize(900, 300)
    view.show_model(TableModel(table_of(ROWS)))
    shown(view)
    before = painted(view, 1, 0)
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    view.selectAll()
    assert painted(view, 1, 0) != before


def test_size_hints(shown: Callable[[QWidget], QWidget]) -> None:
    view = ResponseTable()
    view.show_model(TableModel(table_of(ROWS)))
    shown(view)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    hint = view.itemDelegate().sizeHint(option, view.model().index(1, 0))
    assert hint.width() > view.itemDelegate().sizeHint(option, view.model().index(0, 0)).width()
