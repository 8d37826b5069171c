"""The value of a condition by its type: a text, a choice, or a literal as it stands."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literal_forms import FORMS
from k2bench.apis.odata.literals import literal, value_of
from k2bench.core.problem import WorkbenchError
from k2bench.ui.kit.labels import set_plain_tip
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tones import sizes

WIDTH = 28  # grid units
_VARIABLE = re.compile(r"\{\{[^{}]+\}\}")


class ValueField(QWidget):
    """Tells of a literal; what is no value of the type is marked, and not told."""

    literal_edited = Signal(str)

    def __init__(
        self,
        name: str,
        text: str,
        type_name: str,
        members: tuple[str, ...] = (),
        dialect: Dialect = Dialect.V4,
    ) -> None:
        """`text` is the literal as it stands; `type_name` empty: it is edited as it stands."""
        super().__init__()
        self._type, self._dialect = type_name, dialect
        self._name = name
        value = self._value(text)
        choices = members or (("true", "false") if type_name == "Edm.Boolean" else ())
        self.entry: QLineEdit | QComboBox = self._made(choices, value)
        self.entry.setAccessibleName(name)
        set_plain_tip(self.entry, name)
        self.entry.setFixedWidth(WIDTH * sizes().grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.entry)
        self.setFocusProxy(self.entry)

    def _value(self, text: str) -> str:
        """What is shown of a literal; one that is not of the type is shown and edited as it is."""
        if not self._type or _VARIABLE.fullmatch(text):
            return text
        try:
            return value_of(text, self._type, self._dialect) or ""
        except WorkbenchError:
            self._type = ""
            return text

    def _made(self, choices: tuple[str, ...], value: str) -> QLineEdit | QComboBox:
        if not choices or not self._type:
            line = QLineEdit(value)
            line.setCursorPosition(0)
            if self._type in FORMS:
                line.setPlaceholderText(FORMS[self._type].example)
            line.textEdited.connect(self._edit)
            return line
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(choices)
        box.setCurrentText(value)
        box.currentTextChanged.connect(self._edit)
        return box

    def _edit(self, value: str) -> None:
        problem = ""
        try:
            text = self._literal(value)
        except WorkbenchError as error:
            problem = " ".join(filter(None, (error.problem.title + ".", error.problem.hint)))
        set_look(self.entry, "problem", "error" if problem else "")
        set_plain_tip(self.entry, problem or self._name)
        self.entry.setAccessibleDescription(problem)
        if not problem:
            self.literal_edited.emit(text)

    def _literal(self, value: str) -> str:
        if not self._type:
            return value.strip() or "null"
        if self._type != "Edm.String" and _VARIABLE.fullmatch(value.strip()):
            return value.strip()
        return literal(value, self._type, self._dialect)
