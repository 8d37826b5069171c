from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget

from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import DARK, LIGHT
from k2bench.ui.response.tree.delegate import TreeDelegate
from k2bench.ui.response.tree.model import NAME, VALUE
from k2bench.ui.response.tree.view import ResponseTree
from tests.ui.response.tree.test_model import model_of

BODY = b'{"s":"x","n":1,"b":true,"z":null,"o":{"a":1},"l":[1],"x":NaN}'


def option_of(view: ResponseTree, row: int, column: int) -> QStyleOptionViewItem:
    delegate = view.itemDelegate()
    assert isinstance(delegate, TreeDelegate)
    option = QStyleOptionViewItem()
    option.palette = view.palette()
    model = view.model()
    delegate.initStyleOption(option, model.index(row, column, model.index(0, 0)))
    return option


def inks(view: ResponseTree, column: int) -> list[str]:
    options = [option_of(view, row, column) for row in range(7)]
    return [each.palette.color(QPalette.ColorRole.Text).name().upper() for each in options]


def test_each_kind_of_value_has_its_colour(
    qapp: QApplication, shown: Callable[[QWidget], QWidget]
) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    view = ResponseTree()
    view.show_model(model_of(BODY))
    shown(view)
    for colours, mode in ((LIGHT, ThemeMode.LIGHT), (DARK, ThemeMode.DARK)):
        theme.set_mode(mode)
        wanted = ["good", "accent", "warn", "dim", "dim", "dim", "bad"]
        assert inks(view, VALUE) == [getattr(colours, name).upper() for name in wanted]
        assert set(inks(view, NAME)) == {colours.violet.upper()}
    assert option_of(view, 3, VALUE).font.italic()
    assert not option_of(view, 0, VALUE).font.italic()
    theme.set_mode(ThemeMode.LIGHT)


def test_numbers_of_elements_are_dim(shown: Callable[[QWidget], QWidget]) -> None:
    view = ResponseTree()
    view.show_model(model_of(b"[1]"))
    shown(view)
    option = option_of(view, 0, NAME)
    ink = option.palette.color(QPalette.ColorRole.Text)
    assert ink.name().upper() in (LIGHT.dim.upper(), DARK.dim.upper())
