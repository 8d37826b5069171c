"""The menus of a column and of a cell. They say what was chosen; the page does it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from k2bench.content.copy_format import CopyFormat


class Command(Enum):
    """What can be done with a column; the value is what people read."""

    SORT_UP = "Sort Ascending"
    SORT_DOWN = "Sort Descending"
    UNSORT = "Order as Sent"
    FILTER = "Filter This Column..."
    UNFILTER = "Clear Filters of This Column"
    HIDE = "Hide Column"
    SHOW_ALL = "Show All Columns"
    CHOOSE = "Columns..."
    FREEZE = "Freeze Up to Here"
    UNFREEZE = "Unfreeze Columns"
    RESET = "Reset Columns"
    SUMMARIZE = "Summarize Column"
    COPY_NAME = "Copy Column Name"


class CellCommand(Enum):
    """What can be done with a cell."""

    SHOW = "Show Cell"
    FILTER = "Filter by This Value"
    EXCLUDE = "Exclude This Value"


class QueryCommand(Enum):
    """What the `$filter` of the request can ask with the value of a cell; by OData's operator."""

    EQUAL = "eq"
    NOT_EQUAL = "ne"
    AT_LEAST = "ge"
    AT_MOST = "le"

    @property
    def words(self) -> str:
        """What people read."""
        return _QUERY_WORDS[self]


_QUERY_WORDS = {
    QueryCommand.EQUAL: "Filter by This Value",
    QueryCommand.NOT_EQUAL: "Exclude This Value",
    QueryCommand.AT_LEAST: "Greater or Equal",
    QueryCommand.AT_MOST: "Less or Equal",
}
QUERY_MENU = "Add to $filter"


@dataclass(frozen=True, slots=True)
class ColumnState:
    """What there is to be undone."""

    is_sorted: bool = False
    is_filtered: bool = False
    has_hidden: bool = False
    is_only_one: bool = False
    is_frozen: bool = False
    is_last: bool = False
    is_laid_out: bool = False

    def allows(self, command: Command) -> bool:
        """Whether the command would do something."""
        return {
            Command.UNSORT: self.is_sorted,
            Command.UNFILTER: self.is_filtered,
            Command.HIDE: not self.is_only_one,
            Command.SHOW_ALL: self.has_hidden,
            Command.FREEZE: not self.is_last,
            Command.UNFREEZE: self.is_frozen,
            Command.RESET: self.is_laid_out,
        }.get(command, True)


_GROUPS = (
    (Command.SORT_UP, Command.SORT_DOWN, Command.UNSORT),
    (Command.FILTER, Command.UNFILTER),
    (Command.HIDE, Command.SHOW_ALL, Command.CHOOSE),
    (Command.FREEZE, Command.UNFREEZE, Command.RESET),
    (Command.SUMMARIZE, Command.COPY_NAME),
)


def fill_column_menu(menu: QMenu, state: ColumnState, do: Callable[[Command], None]) -> None:
    """Fill the menu of a column."""
    menu.clear()
    for group in _GROUPS:
        if menu.actions():
            menu.addSeparator()
        for command in group:
            action = menu.addAction(command.value, partial(do, command))
            action.setEnabled(state.allows(command))


def fill_query_menu(menu: QMenu, ordered: bool, do: Callable[[QueryCommand], None]) -> None:
    """Fill the menu of what a cell adds to the request. `ordered`: there is more and less."""
    for command in QueryCommand:
        if ordered or command in (QueryCommand.EQUAL, QueryCommand.NOT_EQUAL):
            menu.addAction(command.words, partial(do, command))


def fill_cell_menu(
    menu: QMenu,
    copy: QAction,
    do: Callable[[CellCommand], None],
    copy_as: Callable[[CopyFormat], None],
) -> QMenu:
    """Fill the menu of a cell. Returns the empty menu within it for the cell's column."""
    menu.clear()
    menu.addAction(CellCommand.SHOW.value, partial(do, CellCommand.SHOW))
    menu.addSeparator()
    menu.addAction(copy)
    formats = menu.addMenu("Copy As")
    for form in CopyFormat:
        formats.addAction(form.value, partial(copy_as, form))
    menu.addSeparator()
    for command in (CellCommand.FILTER, CellCommand.EXCLUDE):
        menu.addAction(command.value, partial(do, command))
    menu.addSeparator()
    return menu.addMenu("Column")
