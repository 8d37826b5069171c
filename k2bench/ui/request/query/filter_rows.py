"""A `$filter` as rows. Text in, text out; what a row does not touch keeps its bytes."""

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.condition import Condition
from k2bench.apis.odata.querying.filter_edits import (
    Place,
    added,
    grouped,
    part_of,
    removed,
    replaced,
    ungrouped,
    with_join,
    with_negation,
)
from k2bench.apis.odata.querying.filter_parts import Group, Join, Part, Raw
from k2bench.core.problem import Problem
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.condition_row import ConditionRow, new_condition
from k2bench.ui.request.query.field_choices import Choices
from k2bench.ui.request.query.filter_row import FilterRow, RawRow, join_of
from k2bench.ui.request.query.hint_label import HintLabel
from k2bench.ui.request.query.lane_work import Option, rows_of
from k2bench.ui.request.query.latest import Latest
from k2bench.ui.request.query.surroundings import Surroundings
from k2bench.ui.response.background import Background

AT_ONCE = 4  # rows made before the window gets its turn: each takes some 6 ms
MOST = 60  # rows; a longer filter stays text
TOO_MANY = f"More than {MOST} conditions: this filter is edited as text."
NO_ROWS = "Rows show this filter again once its text is complete."


class FilterRows(QWidget):
    """Reads a text on the work lane; `read` follows."""

    text_edited = Signal(str)
    read = Signal()

    def __init__(self, background: Background, failure: Callable[[Problem], None]) -> None:
        super().__init__()
        self.group: Group | None = Group(Join.AND)
        self._choices = Choices()
        self._reading = Latest(self, background, failure)
        self._option: Option | None = None
        self._lines: list[QWidget] = []
        self._to_make: deque[Callable[[], None]] = deque()
        self._making = QTimer(self, singleShot=True, interval=0)
        self._making.timeout.connect(self._make_some)
        self._wanted_focus = ""
        self._note = HintLabel()
        self.add = Button("Add Condition", "plus")
        self.add_group = Button("Add Group", "plus")
        grid = sizes().grid
        self._rows = QVBoxLayout()
        self._rows.setSpacing(grid)
        foot = QHBoxLayout()
        foot.setSpacing(grid * 2)
        foot.addWidget(self.add)
        foot.addWidget(self.add_group)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid)
        column.addLayout(self._rows)
        column.addWidget(self._note)
        column.addLayout(foot)
        self.add.clicked.connect(lambda: self._add(()))
        self.add_group.clicked.connect(self._add_group)

    def show_text(self, text: str, dialect: Dialect) -> None:
        """Another text; the rows there are stay until it is read."""
        option = Option("filter", text, dialect)
        if option == self._option:
            return
        if self._option is not None and self.group is not None:
            same = option.dialect is self._option.dialect and option.text == self.group.text
            if same:  # it comes from here
                self._option = option
                self._reading.drop()
                return
        self._option = option
        self._reading.ask(lambda: rows_of(option), self._show_read)

    def show_surroundings(self, known: Surroundings) -> None:
        """Which fields there are."""
        self._choices = Choices(known)
        self._build()

    def note(self) -> str:
        """Why there are no rows."""
        return self._note.text()

    def leave(self) -> None:
        """The page is being closed."""
        self._reading.drop()

    def _show_read(self, group: Group | None) -> None:
        self.group = group
        self._build()
        self.read.emit()

    def _build(self) -> None:
        focus = self.focusWidget()
        name = focus.accessibleName() if focus is not None and focus.hasFocus() else ""
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        self._to_make.clear()
        group = self.group
        note = NO_ROWS if group is None else TOO_MANY if _size(group) > MOST else ""
        self._note.say(note)
        for button in (self.add, self.add_group):
            button.setEnabled(not note)
        if group is not None and not note:
            self._add_rows(group, (), 0)
        self._make_some()
        if name:
            self._focus(name)

    def _make_some(self) -> None:
        for _ in range(min(AT_ONCE, len(self._to_make))):
            self._to_make.popleft()()
        if self._to_make:
            self._making.start()
        if self._wanted_focus:
            self._focus(self._wanted_focus)

    def _add_rows(self, group: Group, place: Place, depth: int) -> None:
        if not place and group.negated:
            self._to_make.append(partial(self._add_header, group, place, 0, group.join, 0))
            depth = 1
        for index, part in enumerate(group.parts):
            here = (*place, index)
            if isinstance(part, Group):
                make = partial(self._add_header, part, here, index, group.join, depth)
                self._to_make.append(make)
                self._add_rows(part, here, depth + 1)
            else:
                self._to_make.append(partial(self._add_line, part, here, index, group, depth))

    def _add_header(self, part: Group, place: Place, index: int, join: Join, depth: int) -> None:
        number = _number(place)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        negate = QCheckBox("not")
        negate.setAccessibleName(f"Not {number}")
        negate.setChecked(part.negated)
        negate.clicked.connect(
            lambda on: self._change(lambda whole: with_negation(whole, place, on))
        )
        row.addWidget(negate)
        row.addWidget(label("all of" if part.join is Join.AND else "any of", Role.HINT))
        add = Button("Add to Group", "plus")
        add.setAccessibleName(f"Add to Group {number}")
        add.clicked.connect(lambda: self._add(place))
        row.addWidget(add)
        row.addStretch(1)
        commands = [
            ("Ungroup", lambda: self._change(lambda whole: ungrouped(whole, place))),
            ("Remove", lambda: self._change(lambda whole: removed(whole, place))),
        ]
        self._put(number, place, index, join, depth, content, commands)

    def _add_line(
        self, part: Condition | Raw, place: Place, index: int, group: Group, depth: int
    ) -> None:
        number = _number(place)
        content: QWidget
        if isinstance(part, Raw):
            content = raw = RawRow(number, part.text)
            raw.text_finished.connect(partial(self._retype, place))
        else:
            content = row = ConditionRow(number, part, self._choices)
            row.edited.connect(partial(self._replace, place))
            row.rebuilt.connect(lambda new: self._change(lambda whole: replaced(whole, place, new)))
        commands: list[tuple[str, Callable[[], None]]] = []
        if index + 1 < len(group.parts) > 2:
            pair = (index, index + 1)
            commands.append(
                ("Group with Next", lambda: self._change(lambda w: grouped(w, place[:-1], pair)))
            )
        commands.append(("Remove", lambda: self._change(lambda w: removed(w, place))))
        self._put(number, place, index, group.join, depth, content, commands)

    def _put(
        self,
        number: str,
        place: Place,
        index: int,
        join: Join,
        depth: int,
        content: QWidget,
        commands: list[tuple[str, Callable[[], None]]],
    ) -> None:
        cell = join_of(
            number, index, join, lambda new: self._change(lambda w: with_join(w, place[:-1], new))
        )
        line = FilterRow(number, depth, cell, content, commands)
        self._lines.append(line)
        self._rows.addWidget(line)
        line.show()  # now, for it may get the focus

    def _add(self, place: Place) -> None:
        self._change(lambda whole: added(whole, place, new_condition(self._choices)))
        group = self.group
        assert group is not None
        at = group if not place else None
        self._focus(f"Value {len(at.parts)}" if at is not None else "")

    def _add_group(self) -> None:
        one = new_condition(self._choices)
        whole = self.group
        if whole is None:
            return
        join = Join.AND if whole.join is Join.OR and whole.parts else Join.OR
        self._change(lambda w: added(w, (), Group(join, (one, one), (f" {join} ",))))

    def _retype(self, place: Place, text: str) -> None:
        dialect = self._choices.dialect
        self._change(lambda whole: replaced(whole, place, part_of(text, dialect)))

    def _replace(self, place: Place, new: Part) -> None:
        """A value only: the editors stay as they are."""
        if self.group is not None and not self._reading.is_busy:
            self.group = replaced(self.group, place, new)
            self.text_edited.emit(self.group.text)

    def _change(self, change: Callable[[Group], Group]) -> None:
        if self.group is None or self._reading.is_busy:  # the rows are about to be others
            return
        new = change(self.group)
        if new != self.group or new.text != self.group.text:
            self.group = new
            self._build()
            self.text_edited.emit(new.text)

    def _focus(self, name: str) -> None:
        """Put the cursor into the widget of that name, now or when it is made."""
        self._wanted_focus = name if self._to_make else ""
        found = (each for each in self.findChildren(QWidget) if each.accessibleName() == name)
        for each in found:
            if each.isVisibleTo(self):
                self._wanted_focus = ""
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _size(part: Part) -> int:
    return sum(map(_size, part.parts)) if isinstance(part, Group) else 1


def _number(place: Place) -> str:
    """`2.1`: the first part of the second one."""
    return ".".join(str(index + 1) for index in place) or "0"
