"""A labelled input: the label above it, one line of hint, warning or error below it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label, set_tone
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

_ICONS = {Tone.WARN: "warning", Tone.BAD: "error", Tone.GOOD: "check"}
_LOOKS = {Tone.WARN: "warning", Tone.BAD: "error"}


class Field(QWidget):
    """Holds any input; the input gets the label as its accessible name."""

    def __init__(self, name: str, entry: QWidget, hint: str = "") -> None:
        super().__init__()
        self.entry = entry
        self._hint = hint
        entry.setAccessibleName(name)
        caption = label(name, Role.HINT)
        caption.setBuddy(entry)
        self._icon = IconLabel(side=14)
        self._message = label(role=Role.HINT, selectable=True, wrap=True)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid)
        row.addWidget(self._icon)
        row.addWidget(self._message, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid)
        column.addWidget(caption)
        column.addWidget(entry)
        column.addWidget(self._below)
        self.clear_message()

    def show_hint(self, text: str) -> None:
        """The quiet line that stays while nothing is wrong."""
        self._hint = text
        self.clear_message()

    def show_good(self, text: str) -> None:
        """Say what was checked and found right."""
        self._say(text, Tone.GOOD)

    def show_warning(self, text: str) -> None:
        """Say what may be wrong and does not stop anything."""
        self._say(text, Tone.WARN)

    def show_error(self, text: str) -> None:
        """Say what is wrong."""
        self._say(text, Tone.BAD)

    def clear_message(self) -> None:
        """Back to the hint."""
        self._say(self._hint, Tone.NEUTRAL)

    def message(self) -> str:
        """The line below the input, empty when there is none."""
        return self._message.text()

    def _say(self, text: str, tone: Tone) -> None:
        self._message.setText(text)
        self._icon.show_icon(_ICONS.get(tone, ""), tone.value if tone in _ICONS else "dim")
        self._icon.setVisible(tone in _ICONS)
        self._below.setVisible(bool(text))
        self.entry.setAccessibleDescription(text)
        set_look(self.entry, "problem", _LOOKS.get(tone, ""))
        if tone is Tone.NEUTRAL:
            set_look(self._message, "tone", "")
        else:
            set_tone(self._message, tone)
