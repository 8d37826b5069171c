"""`$orderby` as a list: what rows are sorted by, and which way."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.expression.tree.options import Direction
from k2bench.apis.odata.querying.order_parts import OrderItem, OrderParts, read
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.labels import Role, label, set_plain_tip
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.field_choices import Choices
from k2bench.ui.request.query.hint_label import HintLabel
from k2bench.ui.request.query.surroundings import Surroundings

FIELD_WIDTH = 40  # grid units
_WORDS = {Direction.ASCENDING: "ascending", Direction.DESCENDING: "descending"}
NO_LIST = "The text is no list yet; it is shown here when it is."


class OrderList(QWidget):
    """A row each, the first one counts most."""

    text_edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: OrderParts | None = OrderParts()
        self._choices = Choices()
        self._lines: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(sizes().grid)
        self._hint = HintLabel()
        self.add = Button("Add Sort Field", "plus")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid)
        column.addLayout(self._rows)
        column.addWidget(self._hint)
        column.addLayout(foot)
        self.add.clicked.connect(self._add)

    def show_surroundings(self, known: Surroundings) -> None:
        """Which fields there are."""
        self._choices = Choices(known)
        self._build()

    def show_text(self, text: str, dialect: Dialect) -> None:
        """What the option says."""
        if self._parts is not None and self._parts.text == text:
            return
        self._parts = read(text)
        self._build()

    def leave(self) -> None:
        """Nothing is under way."""

    def _build(self) -> None:
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        self.add.setEnabled(self._parts is not None)
        self._hint.say("" if self._parts is not None else NO_LIST)
        items = self._parts.items if self._parts is not None else ()
        for at, item in enumerate(items):
            line = self._line(at, item)
            self._lines.append(line)
            self._rows.addWidget(line)
            line.show()

    def _line(self, at: int, item: OrderItem) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        word = label("by" if at == 0 else "then by", Role.HINT)
        word.setFixedWidth(sizes().grid * 12)
        row.addWidget(word)
        row.addWidget(self._field_box(at, item))
        row.addWidget(self._direction_box(at, item))
        up = IconButton("chevron-up", f"Move sort field {at + 1} up")
        up.setEnabled(at > 0)
        up.clicked.connect(lambda: self._change(self._now.moved(at, at - 1)))
        remove = IconButton("close", f"Remove sort field {at + 1}")
        remove.clicked.connect(lambda: self._change(self._now.removed(at)))
        row.addWidget(up)
        row.addWidget(remove)
        row.addStretch(1)
        return made

    def _field_box(self, at: int, item: OrderItem) -> QComboBox:
        box = _box(f"Sort field {at + 1}")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(self._choices.paths())
        box.setCurrentText(item.expression)
        box.setMinimumWidth(FIELD_WIDTH * sizes().grid)
        line = box.lineEdit()
        assert line is not None
        line.setCursorPosition(0)
        line.editingFinished.connect(lambda: self._choose(at, box.currentText()))
        box.textActivated.connect(partial(self._choose, at))
        return box

    def _direction_box(self, at: int, item: OrderItem) -> QComboBox:
        box = _box(f"Direction {at + 1}")
        box.addItems(list(_WORDS.values()))
        box.setCurrentText(_WORDS[Direction.DESCENDING if item.descending else Direction.ASCENDING])
        box.activated.connect(
            lambda index: self._change(self._now.with_direction(at, [*_WORDS][index]))
        )
        return box

    @property
    def _now(self) -> OrderParts:
        return self._parts or OrderParts()

    def _choose(self, at: int, expression: str) -> None:
        item = self._now.items[at]
        expression = expression.strip()
        if expression and expression != item.expression:
            behind = f" {item.direction}" if item.direction else ""
            self._change(OrderParts(self._now.listing.put(at, expression + behind)))

    def _add(self) -> None:
        used = {item.expression for item in self._now.items}
        free = [path for path in self._choices.paths() if path not in used]
        self._change(self._now.added(free[0] if free else "Name"))

    def _change(self, parts: OrderParts) -> None:
        if parts != self._parts:
            self._parts = parts
            self._build()
            self.text_edited.emit(parts.text)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    set_plain_tip(box, name)
    return box
