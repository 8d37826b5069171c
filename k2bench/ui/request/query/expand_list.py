"""`$expand` as ticks: the ways to other rows, each with its nested options."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.expand_parts import ExpandParts, read
from k2bench.apis.odata.querying.fields import navigations
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.expand_item import ExpandRow
from k2bench.ui.request.query.hint_label import HintLabel
from k2bench.ui.request.query.surroundings import Surroundings

MOST = 40  # rows; what is further is typed
NO_LIST = "The text is no list yet; ticks come back when it is."
NOTHING_KNOWN = "The ways to other rows are not known. Type their names, or refresh the explorer."
NO_WAYS = "These rows lead to no others."


class ExpandList(QWidget):
    """What the text names and the metadata does not is listed, too."""

    text_edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: ExpandParts | None = ExpandParts()
        self._ways: dict[str, str] = {}
        self._known = False
        self.rows: dict[str, ExpandRow] = {}
        self._hint = HintLabel()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes().grid)
        self._column.addWidget(self._hint)

    def show_surroundings(self, known: Surroundings) -> None:
        """Which ways there are."""
        ways = navigations(known.index, known.type_name) if known.index is not None else ()
        self._known = known.index is not None
        self._ways = {
            each.path: f"{'many' if each.collection else 'one'} {each.type}" for each in ways
        }
        self._show()

    def show_text(self, text: str, dialect: Dialect) -> None:
        """What the option says."""
        if self._parts is None or self._parts.text != text:
            self._parts = read(text)
            self._show()

    def hint(self) -> str:
        """What is said over the ticks."""
        return self._hint.text()

    def leave(self) -> None:
        """Nothing is under way."""

    def _show(self) -> None:
        items = self._parts.items if self._parts is not None else ()
        named = {item.path: item for item in items}
        wanted = [*dict.fromkeys((*named, *self._ways))][:MOST]
        wanted.sort(key=[*self._ways, *named].index)
        if wanted != [*self.rows]:
            self._make(wanted)
        for path, row in self.rows.items():
            row.show_item(named.get(path))
            row.setEnabled(self._parts is not None)
        nothing = NO_WAYS if self._known else NOTHING_KNOWN
        self._hint.say(NO_LIST if self._parts is None else "" if wanted else nothing)

    def _make(self, paths: list[str]) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for path in paths:
            row = self.rows[path] = ExpandRow(path, self._ways.get(path, ""))
            row.ticked.connect(partial(self._tick, path))
            row.option_edited.connect(partial(self._edit, path))
            self._column.addWidget(row)
            row.show()

    def _tick(self, path: str, on: bool) -> None:
        parts = self._parts or ExpandParts()
        at = parts.index_of(path)
        if on and at is None:
            self._put(parts.added((), path))
        elif not on and at is not None:
            self._put(parts.removed((at,)))

    def _edit(self, path: str, name: str, text: str | None) -> None:
        parts = self._parts
        at = parts.index_of(path) if parts is not None else None
        if parts is not None and at is not None:
            self._parts = parts.with_option((at,), name, text)  # the editors stay as they are
            self.text_edited.emit(self._parts.text)

    def _put(self, parts: ExpandParts) -> None:
        self._parts = parts
        self._show()
        self.text_edited.emit(parts.text)
