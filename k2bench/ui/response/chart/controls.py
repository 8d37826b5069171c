"""The controls of a chart: its kind, its columns, and how rows are put together."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QWidget

from k2bench.content.chart.choice import (
    Aggregate,
    ChartKind,
    Choice,
    fitted,
    group_fields,
    x_fields,
    y_fields,
)
from k2bench.content.chart.fields import Field
from k2bench.ui.kit.flow_layout import FlowLayout
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes

NO_GROUP = "(none)"


class ChartControls(QWidget):
    """Five boxes in as many lines as they need. It offers only what can be drawn."""

    choice_changed = Signal(object)  # Choice

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[Field, ...] = ()
        self._choices: dict[ChartKind, Choice] = {}
        self._kind = ChartKind.BAR
        self._offered: dict[QComboBox, Sequence[str]] = {}
        self.kind_box = _box("Chart type")
        self.x_box = _box("X axis")
        self.y_box = _box("Y axis")
        self.group_box = _box("Group by")
        self.aggregate_box = _box("Aggregate")
        self._flow = FlowLayout(sizes().grid * 3)
        self._flow.setContentsMargins(0, 0, 0, 0)
        for box in (self.kind_box, self.x_box, self.y_box, self.group_box, self.aggregate_box):
            self._flow.addWidget(_captioned(box))
            box.activated.connect(lambda _, box=box: self._chosen(box))
        self._fill(self.kind_box, [kind.value for kind in ChartKind], 0)
        self.setLayout(self._flow)

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return self._choices.get(self._kind, Choice(self._kind))

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """Offer other columns; what was chosen stays where the same columns come again."""
        if fields != self._fields:
            names = [field.name for field in fields]
            if names != [field.name for field in self._fields]:
                self._choices.clear()
            self._fields = fields
        self._show(self.choice)

    def _show(self, choice: Choice) -> None:
        choice = fitted(choice, self._fields)
        self._kind = choice.kind
        self._choices[choice.kind] = choice
        histogram = choice.kind is ChartKind.HISTOGRAM
        self._fill(
            self.kind_box, [kind.value for kind in ChartKind], list(ChartKind).index(self._kind)
        )
        self._fill_fields(self.x_box, x_fields(self._fields, choice), choice.x)
        self._fill_fields(self.y_box, y_fields(self._fields), choice.y, choice.needs_y)
        self._fill_fields(
            self.group_box, group_fields(self._fields), choice.group, not histogram, True
        )
        words = [aggregate.value for aggregate in choice.aggregates]
        self._fill(self.aggregate_box, words, choice.aggregates.index(choice.aggregate))
        self.aggregate_box.setEnabled(len(words) > 1)

    def _fill_fields(
        self,
        box: QComboBox,
        fields: tuple[Field, ...],
        chosen: str | None,
        used: bool = True,
        optional: bool = False,
    ) -> None:
        names = [field.name for field in fields]
        place = names.index(chosen) if chosen in names else -1
        shown = [NO_GROUP, *names] if optional else names
        self._fill(box, shown, place + optional if used else -1)
        box.setEnabled(used and bool(names))

    def _fill(self, box: QComboBox, words: Sequence[str], index: int) -> None:
        if self._offered.get(box) != words:  # thousands of columns are not put in anew each time
            self._offered[box] = words
            box.clear()
            box.addItems([" ".join(word.split()) or "(no name)" for word in words])
        box.setCurrentIndex(index)

    def _chosen(self, box: QComboBox) -> None:
        index = box.currentIndex()
        if index < 0:
            return
        choice = self.choice
        if box is self.kind_box:
            kind = list(ChartKind)[index]
            choice = self._choices.get(kind) or self._first_of(kind, choice)
        elif box is self.aggregate_box:
            choice = replace(choice, aggregate=choice.aggregates[index])
        elif box is self.x_box:
            choice = replace(choice, x=self._offered[box][index])
        elif box is self.y_box:
            choice = replace(choice, y=self._offered[box][index])
        else:
            choice = replace(choice, group=self._offered[box][index] if index else None)
        self._show(choice)
        self.choice_changed.emit(self.choice)

    def _first_of(self, kind: ChartKind, before: Choice) -> Choice:
        """What another kind of chart begins with."""
        keeps_x = kind is ChartKind.SCATTER
        aggregate = Aggregate.SUM if kind is ChartKind.LINE else before.aggregate
        return Choice(kind, before.x if keeps_x else None, before.y, before.group, aggregate)


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    # the widest of 10,000 names is not looked for
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8 if name == "Chart type" else 10)
    view = QListView()
    view.setUniformItemSizes(True)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    box.setView(view)
    return box


def _captioned(box: QComboBox) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes().grid)
    caption = label(box.accessibleName(), Role.HINT)
    caption.setBuddy(box)
    row.addWidget(caption)
    row.addWidget(box)
    return pair
