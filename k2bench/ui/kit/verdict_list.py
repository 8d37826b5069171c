"""A list of checks: each with an icon, a word and the reason. The text is selectable."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from k2bench.core.problem import NextStep
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label, set_tone
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

_ICONS = {Tone.GOOD: "check", Tone.WARN: "warning", Tone.BAD: "error", Tone.NEUTRAL: "info"}


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A row; the word says what the tone says. `step` is the click that mends it."""

    tone: Tone
    word: str
    name: str
    why: str
    step: NextStep | None = None


class VerdictList(QWidget):
    """Rows of verdicts, each with its button if it has a next step."""

    step_requested = Signal(object)  # NextStep

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(sizes().grid * 2)
        self._grid.setVerticalSpacing(sizes().grid * 2)
        self._grid.setColumnStretch(3, 1)

    def show_rows(self, rows: Iterable[VerdictRow]) -> None:
        """Other rows."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        described = []
        for at, row in enumerate(rows):
            verdict, title = label(row.word, Role.HINT), label(row.name, Role.HEADING)
            set_tone(verdict, row.tone)
            reason = label(row.why, selectable=True, wrap=True)
            icon = IconLabel(
                _ICONS[row.tone], "dim" if row.tone is Tone.NEUTRAL else row.tone.value
            )
            for column, widget in enumerate((icon, verdict, title, reason)):
                self._grid.addWidget(widget, at, column, top)
            if row.step is not None:
                self._grid.addWidget(self._button(row.step), at, 4, top)
            described.append(f"{row.name}: {row.word}. {row.why}")
        self.setAccessibleDescription("\n".join(described))

    def _button(self, step: NextStep) -> Button:
        made = Button(step.label)
        made.clicked.connect(lambda: self.step_requested.emit(step))
        return made
