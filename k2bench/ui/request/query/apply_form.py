"""`$apply` as a form: by what rows are grouped, and what is computed of each group."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.json_values import NUMBERS
from k2bench.apis.odata.querying.apply_parts import COUNT, Aggregate, ApplyParts, Method, read
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.flow_layout import FlowLayout
from k2bench.ui.kit.labels import Role, label, set_plain_tip
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.field_choices import Choices
from k2bench.ui.request.query.hint_label import HintLabel
from k2bench.ui.request.query.surroundings import Surroundings

MOST_GROUPS = 60  # ticks; further names are typed
OTHER_FORM = "This $apply has a form of its own: it is edited as text."
_COUNTED = "number of rows"


class ApplyForm(QWidget):
    """A form that the text does not fit is disabled, and says so."""

    text_edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._parts: ApplyParts | None = ApplyParts()
        self._choices = Choices()
        self.ticks: dict[str, QCheckBox] = {}
        self._lines: list[QWidget] = []
        self._hint = HintLabel()
        self._caption = label("Group by", Role.HINT)
        self._groups = QWidget()
        self._flow = FlowLayout(sizes().grid * 3)
        self._groups.setLayout(self._flow)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(sizes().grid)
        self.add = Button("Add Aggregate", "plus")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid)
        column.addWidget(self._hint)
        column.addWidget(self._caption)
        column.addWidget(self._groups)
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.add.clicked.connect(self._add)

    def show_surroundings(self, known: Surroundings) -> None:
        """Which fields there are."""
        self._choices = Choices(known)
        self._build()

    def show_text(self, text: str, dialect: Dialect) -> None:
        """What the option says."""
        if self._parts is None or self._parts.text != text:
            self._parts = read(text)
            self._build()

    def hint(self) -> str:
        """Why it cannot be used."""
        return self._hint.text()

    def leave(self) -> None:
        """Nothing is under way."""

    @property
    def _now(self) -> ApplyParts:
        return self._parts or ApplyParts()

    def _build(self) -> None:
        self._hint.say(OTHER_FORM if self._parts is None else "")
        self.add.setEnabled(self._parts is not None)
        self._show_groups()
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(at, each) for at, each in enumerate(self._now.computed)]
        for line in self._lines:
            self._rows.addWidget(line)
            line.show()

    def _show_groups(self) -> None:
        chosen = self._now.groups.items if self._now.groups is not None else ()
        wanted = [*dict.fromkeys((*self._choices.paths()[:MOST_GROUPS], *chosen))]
        if wanted != [*self.ticks]:
            for tick in self.ticks.values():
                self._flow.removeWidget(tick)
                tick.hide()
                tick.deleteLater()
            self.ticks = {name: self._tick_of(name) for name in wanted}
            for tick in self.ticks.values():
                self._flow.addWidget(tick)
                tick.show()
        for name, tick in self.ticks.items():
            tick.setChecked(name in chosen)
            tick.setEnabled(self._parts is not None)
        self._caption.setVisible(bool(wanted))
        self._groups.setVisible(bool(wanted))

    def _tick_of(self, name: str) -> QCheckBox:
        tick = QCheckBox(name.replace("&", "&&"))
        tick.setAccessibleName(f"Group by {name}")
        set_plain_tip(tick, f"Group by {name}")
        tick.clicked.connect(
            lambda on: self._change(
                self._now.grouped_by(name) if on else self._now.not_grouped_by(name)
            )
        )
        return tick

    def _line(self, at: int, shown: Aggregate) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        method = _named(QComboBox(), f"Method {at + 1}")
        method.addItems([each.value for each in Method])
        method.addItem(_COUNTED)
        method.setCurrentText(shown.method.value if shown.method else _COUNTED)
        method.textActivated.connect(lambda text: self._choose_method(at, text))
        row.addWidget(method)
        if shown.method is not None:
            row.addWidget(label("of", Role.HINT))
            row.addWidget(self._field_box(at, shown))
        row.addWidget(label("as", Role.HINT))
        alias = QLineEdit(shown.alias)
        alias.setAccessibleName(f"Result name {at + 1}")
        set_plain_tip(alias, f"Result name {at + 1}")
        alias.editingFinished.connect(lambda: self._put(at, alias=alias.text().strip()))
        row.addWidget(alias)
        remove = IconButton("close", f"Remove aggregate {at + 1}")
        remove.clicked.connect(lambda: self._change(self._now.removed(at)))
        row.addWidget(remove)
        row.addStretch(1)
        return made

    def _field_box(self, at: int, shown: Aggregate) -> QComboBox:
        box = _named(QComboBox(), f"Aggregate field {at + 1}")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(self._choices.paths())
        box.setCurrentText(shown.path)
        box.setMinimumWidth(sizes().grid * 40)
        line = box.lineEdit()
        assert line is not None
        line.setCursorPosition(0)
        line.editingFinished.connect(lambda: self._put(at, path=box.currentText().strip()))
        box.textActivated.connect(lambda text: self._put(at, path=text))
        return box

    def _choose_method(self, at: int, text: str) -> None:
        shown = self._now.computed[at]
        if text == _COUNTED:
            self._change(self._now.put(at, Aggregate(COUNT, None, shown.alias)))
            return
        path = shown.path if shown.method is not None else self._number()
        self._change(self._now.put(at, Aggregate(path, Method(text), shown.alias)))

    def _put(self, at: int, path: str = "", alias: str = "") -> None:
        """Another field or name; what is no name is not taken."""
        shown = self._now.computed[at]
        new = replace(shown, path=path or shown.path, alias=alias or shown.alias)
        if new != shown and read(f"aggregate({new.text})") is not None:
            self._change(self._now.put(at, new))

    def _add(self) -> None:
        taken = {each.alias for each in self._now.computed}
        names = (f"Total{number or ''}" for number in range(len(taken) + 1))
        alias = next(name for name in names if name not in taken)
        self._change(self._now.added(Aggregate(self._number(), Method.SUM, alias)))

    def _number(self) -> str:
        """The first field that can be added up."""
        for path in self._choices.paths():
            field = self._choices.field(path)
            if field is not None and field.type in NUMBERS:
                return path
        return next(iter(self._choices.paths()), "Amount")

    def _change(self, parts: ApplyParts) -> None:
        if parts != self._parts:
            self._parts = parts
            self._build()
            self.text_edited.emit(parts.text)


def _named(box: QComboBox, name: str) -> QComboBox:
    box.setAccessibleName(name)
    set_plain_tip(box, name)
    return box
