"""One line of a method's form: a value of some type, whether it is sent, whether it is null."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from k2bench.core.problem import Problem
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.tones import sizes


class ValueRow(QWidget):
    """Typing sends the value; a required one is always sent."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        hint: str,
        choices: Sequence[str] = (),
        *,
        required: bool = False,
        nullable: bool = False,
    ) -> None:
        """`choices`: the only values there are; empty: any text."""
        super().__init__()
        self.name = name
        self.entry: QLineEdit | QComboBox = _entry(choices)
        self.field = Field(name, self.entry, hint)
        self.send = QCheckBox()
        self.send.setAccessibleName(f"Send {name}")
        self.send.setToolTip(f"Send {name}")
        self.send.setChecked(required)
        self.send.setEnabled(not required)
        self.null = QCheckBox("null")
        self.null.setAccessibleName(f"Null {name}")
        self.null.setVisible(nullable)
        self._lay_out()
        if isinstance(self.entry, QComboBox):
            self.entry.activated.connect(self._typed)
        else:
            self.entry.textEdited.connect(self._typed)
        self.send.toggled.connect(self.changed)
        self.null.toggled.connect(self._nulled)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.field, 1)
        row.addWidget(self.null, 0, Qt.AlignmentFlag.AlignTop)
        # beside the input, not beside the name above it
        drop = sizes().hint + sizes().grid * 2 + 2
        self.send.setContentsMargins(0, drop, 0, 0)
        for box in (self.send, self.null):
            box.setStyleSheet(f"margin-top: {drop}px;")

    def is_sent(self) -> bool:
        """Whether it is a part of the request."""
        return self.send.isChecked()

    def value(self) -> str | None:
        """What was typed or chosen; None: null."""
        if self.null.isChecked():
            return None
        return self.entry.currentText() if isinstance(self.entry, QComboBox) else self.entry.text()

    def show_problem(self, problem: Problem | None) -> None:
        """What is wrong with it."""
        if problem is None:
            self.field.clear_message()
        else:
            self.field.show_error(f"{problem.title}. {problem.hint}".strip())

    def _typed(self) -> None:
        self.null.setChecked(False)
        self.send.setChecked(True)
        self.changed.emit()

    def _nulled(self, null: bool) -> None:
        self.entry.setEnabled(not null)
        if null:
            self.send.setChecked(True)
        self.changed.emit()


def _entry(choices: Sequence[str]) -> QLineEdit | QComboBox:
    if not choices:
        return QLineEdit()
    box = QComboBox()
    box.addItems(list(choices))
    box.setCurrentIndex(-1)
    return box
