"""One condition of a filter as a row: field, operator, value. A condition in, a condition out."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from k2bench.apis.odata.querying.condition import (
    Comparison,
    Condition,
    Quantifier,
    Within,
    condition,
    with_values,
)
from k2bench.apis.odata.querying.listing import read_listing
from k2bench.ui.kit.labels import Role, label, set_plain_tip
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.field_choices import Choices
from k2bench.ui.request.query.operators import (
    NULL,
    Operator,
    first_literal,
    operator_of,
    operators_for,
)
from k2bench.ui.request.query.value_field import ValueField

FIELD_WIDTH = 34  # grid units
_EACH = " ▸ each"


class ConditionRow(QWidget):
    """`edited`: its value is another one; `rebuilt`: it needs other editors."""

    edited = Signal(object)  # Condition
    rebuilt = Signal(object)  # Condition

    def __init__(self, number: str, shown: Condition, choices: Choices) -> None:
        super().__init__()
        self._shown = shown
        self._choices = choices
        self._number = number
        self._field = choices.field(shown.path, shown.within)
        self._type = self._field.type if self._field is not None else _type_of(shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        if shown.within is not None:
            self._add_quantifier(row, shown.within)
        row.addWidget(self._field_box())
        row.addWidget(self._operator_box())
        if not operator_of(shown).null:
            row.addWidget(self._value_field())

    def _add_quantifier(self, row: QHBoxLayout, within: Within) -> None:
        row.addWidget(label(("not " if within.negated else "") + within.path, Role.HINT))
        box = self._box("Quantifier")
        box.addItems([f"{each}" for each in Quantifier])
        box.setCurrentText(within.quantifier)
        box.textActivated.connect(
            lambda text: self._rebuild(within=replace(within, quantifier=Quantifier(text)))
        )
        row.addWidget(box)

    def _field_box(self) -> QComboBox:
        box = self._box("Field")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(self._choices.paths(self._shown.within))
        if self._shown.within is None:
            box.addItems([each + _EACH for each in self._choices.collections()])
        box.setCurrentText(self._shown.path)
        box.setFixedWidth(FIELD_WIDTH * sizes().grid)
        line = box.lineEdit()
        assert line is not None
        line.setCursorPosition(0)
        line.editingFinished.connect(lambda: self._choose_field(box.currentText()))
        box.textActivated.connect(self._choose_field)
        return box

    def _operator_box(self) -> QComboBox:
        box = self._box("Operator")
        current = operator_of(self._shown)
        offered = operators_for(self._field, self._type, self._choices.dialect)
        if current not in offered:
            offered.append(current)
        for each in offered:
            box.addItem(each.words, each)
        box.setCurrentIndex(offered.index(current))
        box.activated.connect(lambda index: self._choose_operator(box.itemData(index)))
        return box

    def _value_field(self) -> ValueField:
        shown, members = self._shown, self._field.members if self._field is not None else ()
        is_list = shown.comparison is Comparison.IN
        text = ",".join(shown.values) if is_list else shown.values[0]
        made = ValueField(
            f"Value {self._number}",
            text,
            "" if is_list else self._type,
            members,
            self._choices.dialect,
        )
        made.literal_edited.connect(self._edit_value)
        return made

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{name} {self._number}")
        set_plain_tip(box, f"{name} {self._number}")
        return box

    def _edit_value(self, text: str) -> None:
        values: tuple[str, ...] = (text,)
        if self._shown.comparison is Comparison.IN:
            listing = read_listing(text)
            if listing is None or not listing.items:
                return
            values = listing.items
        self._shown = with_values(self._shown, values, self._choices.dialect)
        self.edited.emit(self._shown)

    def _choose_field(self, path: str) -> None:
        path, within = path.strip(), self._shown.within
        if path.endswith(_EACH):
            within, path = self._choices.first_within(path.removesuffix(_EACH))
        if (path, within) == (self._shown.path, self._shown.within) or not (path or within):
            return
        field = self._choices.field(path, within)
        values, comparison = self._shown.values, self._shown.comparison
        if field is not None and field.type != self._type:
            values = (first_literal(field.type, field.members, self._choices.dialect),)
            offered = operators_for(field, field.type, self._choices.dialect)
            if comparison not in [each.comparison for each in offered] or len(values) != 1:
                comparison = Comparison.EQ
            if comparison is not Comparison.IN and self._shown.values == (NULL,):
                values = (NULL,)
        self._emit(path, comparison, values, self._shown.negated, within)

    def _choose_operator(self, operator: Operator) -> None:

        values = self._shown.values
        if operator.null:
            values = (NULL,)
        elif operator_of(self._shown).null or (
            operator.comparison is not Comparison.IN and len(values) != 1
        ):
            members = self._field.members if self._field is not None else ()
            values = (first_literal(self._type, members, self._choices.dialect),)
        if operator != operator_of(self._shown):
            shown = self._shown
            self._emit(shown.path, operator.comparison, values, operator.negated, shown.within)

    def _rebuild(self, within: Within) -> None:
        shown = self._shown
        if within != shown.within:
            self._emit(shown.path, shown.comparison, shown.values, shown.negated, within)

    def _emit(
        self,
        path: str,
        comparison: Comparison,
        values: tuple[str, ...],
        negated: bool,
        within: Within | None,
    ) -> None:
        dialect = self._choices.dialect
        self.rebuilt.emit(
            condition(path, comparison, values, negated=negated, within=within, dialect=dialect)
        )


def _type_of(shown: Condition) -> str:
    """The type of an unknown field, by the look of its value."""
    return "Edm.String" if shown.values and shown.values[0].startswith("'") else ""


def new_condition(choices: Choices) -> Condition:
    """What *Add Condition* begins with."""
    path = next(iter(choices.paths()), "Name")
    field = choices.field(path)
    type_name, members = ("", ()) if field is None else (field.type, field.members)
    value = first_literal(type_name, members, choices.dialect)
    return condition(path, Comparison.EQ, (value,), dialect=choices.dialect)
