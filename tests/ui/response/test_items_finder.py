from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from k2bench.ui.kit.row_delegate import FOUND_ROLE
from k2bench.ui.response.headers_view import HeadersView
from k2bench.ui.response.items_finder import ItemsFinder
from tests.ui.response.answers import snapshot
from tests.ui.response.finders import found


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> HeadersView:
    made = HeadersView()
    made.show_snapshot(snapshot(b"{}"))
    shown(made)
    return made


def test_names_and_values_in_order(view: HeadersView) -> None:
    finder = ItemsFinder(view, view.cells)
    texts = [cell.data() for cell in view.cells()]
    assert texts[:4] == ["Received", "HTTP/1.1 200 OK", "Content-Type", "application/json"]
    assert found(finder, "accept") == 1
    finder.jump(0)
    assert view.currentIndex().data() == "Accept"
    assert found(finder, "json") == 1
    assert finder.nearest() == 1  # it stands above
    assert found(finder, "E") > 5


def test_what_is_masked_is_not_found(view: HeadersView) -> None:
    finder = ItemsFinder(view, view.cells)
    assert found(finder, "abc") == 0
    assert found(finder, "****") == 2


def test_marks(view: HeadersView) -> None:
    finder = ItemsFinder(view, view.cells)
    assert found(finder, "accept") == 1
    finder.mark(0)
    assert [cell.data() for cell in view.cells() if cell.data(FOUND_ROLE)] == ["Accept"]
    finder.clear()
    assert [cell for cell in view.cells() if cell.data(FOUND_ROLE)] == []
    finder.mark(0)
    finder.jump(0)
    assert finder.nearest() == 0
