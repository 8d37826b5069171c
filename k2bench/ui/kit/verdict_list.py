"""A list of checks: each with an icon, a word and the reason. The text is selectable."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label, set_tone
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

_ICONS = {Tone.GOOD: "check", Tone.WARN: "warning", Tone.BAD: "error", Tone.NEUTRAL: "info"}


class VerdictList(QWidget):
    """Rows of (tone, word, name, why); the word says what the colour says."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(sizes().grid * 2)
        self._grid.setVerticalSpacing(sizes().grid * 2)
        self._grid.setColumnStretch(3, 1)

    def show_rows(self, rows: Iterable[tuple[Tone, str, str, str]]) -> None:
        """Other rows."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        top = Qt.AlignmentFlag.AlignTop
        described = []
        for at, (tone, word, name, why) in enumerate(rows):
            verdict, title = label(word, Role.HINT), label(name, Role.HEADING)
            set_tone(verdict, tone)
            reason = label(why, selectable=True, wrap=True)
            icon = IconLabel(_ICONS[tone], "dim" if tone is Tone.NEUTRAL else tone.value)
            self._grid.addWidget(icon, at, 0, top)
            for column, widget in ((1, verdict), (2, title)):
                self._grid.addWidget(widget, at, column, top)
            self._grid.addWidget(reason, at, 3, top)
            described.append(f"{name}: {word}. {why}")
        self.setAccessibleDescription("\n".join(described))
