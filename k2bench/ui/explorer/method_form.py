"""The fields of a method: its key, then its inputs, each by its type."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from k2bench.apis.odata.literal_forms import FORMS
from k2bench.apis.odata.member_nodes import short
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.methods import Input, Method
from k2bench.apis.odata.requests import Filled, inputs_of, is_required
from k2bench.core.problem import Problem
from k2bench.ui.explorer.value_row import ValueRow
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

NOT_TOLD = "The metadata does not tell which inputs it needs: fill in those that it takes."


class MethodForm(QScrollArea):
    """Values in and out as texts; what is wrong with one is shown below it."""

    changed = Signal()

    def __init__(self, method: Method, index: Index) -> None:
        super().__init__()
        self.setAccessibleName("Method form")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.keys = {each.name: _key_row(each, index) for each in method.key}
        self.inputs = {
            each.name: _input_row(each, index, is_required(method, each))
            for each in inputs_of(method)
        }
        self._touched: set[str] = set()
        self._lay_out(method)
        for row in (*self.keys.values(), *self.inputs.values()):
            row.changed.connect(self._touching(row))

    def _lay_out(self, method: Method) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, sizes().grid * 3, 0)
        column.setSpacing(sizes().grid * 3)
        if self.keys:
            column.addWidget(label("Key: which row is meant", Role.HEADING))
            for row in self.keys.values():
                column.addWidget(row)
        if self.inputs:
            column.addWidget(label("Inputs", Role.HEADING))
            if method.suggested:
                column.addWidget(label(NOT_TOLD, Role.HINT, wrap=True, selectable=True))
            for row in self.inputs.values():
                column.addWidget(row)
        if not self.keys and not self.inputs:
            column.addWidget(label("It takes no inputs.", Role.HINT))
        column.addStretch()
        self.setWidget(inside)

    def filled(self) -> Filled:
        """What was put in."""
        return Filled(
            {name: row.value() or "" for name, row in self.keys.items()},
            {name: row.value() for name, row in self.inputs.items() if row.is_sent()},
        )

    def show_flaws(self, flaws: dict[str, Problem], everywhere: bool = False) -> None:
        """Say what is wrong where something was typed, or `everywhere`."""
        rows = {f"Key {name}": row for name, row in self.keys.items()} | self.inputs
        for name, row in rows.items():
            seen = everywhere or row.name in self._touched
            row.show_problem(flaws.get(name) if seen else None)
        if everywhere:
            first = next((row for name, row in rows.items() if name in flaws), None)
            if first is not None:
                first.entry.setFocus()
                self.ensureWidgetVisible(first)

    def _touching(self, row: ValueRow) -> Callable[[], None]:
        def touch() -> None:
            self._touched.add(row.name)
            self.changed.emit()

        return touch


def _key_row(each: Input, index: Index) -> ValueRow:
    return ValueRow(
        f"Key {each.name}", _hint(each, index, True), _choices(each, index), required=True
    )


def _input_row(each: Input, index: Index, required: bool) -> ValueRow:
    nullable = each.facets.nullable is not False
    return ValueRow(
        each.name,
        _hint(each, index, required),
        _choices(each, index),
        required=required,
        nullable=nullable,
    )


def _hint(each: Input, index: Index, required: bool) -> str:
    """`Int64, required: 42`."""
    name = index.primitive(each.type.name)
    form = FORMS.get(name)
    example = f": {form.example}" if form is not None and name != "Edm.Boolean" else ""
    if each.type.collection or index.structured(name) is not None:
        example = ": as JSON"
    limit = each.facets.max_length
    most = f", at most {limit} characters" if limit.isdecimal() else ""
    return f"{short(each.type)}{', required' if required else ''}{most}{example}"


def _choices(each: Input, index: Index) -> tuple[str, ...]:
    if each.type.collection:
        return ()
    if index.primitive(each.type.name) == "Edm.Boolean":
        return ("true", "false")
    enum = index.enum(each.type.name)
    if enum is None or enum.flags:
        return ()
    return tuple(member.name for member in enum.members)
