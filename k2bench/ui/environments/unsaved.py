"""Asks, within the window, what is to become of edits that are not saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.labels import Role, label, set_tone
from k2bench.ui.kit.restyle import set_look
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes


class UnsavedStrip(QFrame):
    """Hidden until something asked for would lose edits; knows what that was."""

    save_requested = Signal()
    discarded = Signal()
    kept = Signal()  # the edits stay in sight

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Unsaved edits")
        self.setProperty("role", "banner")
        set_look(self, "tone", Tone.WARN.value)
        self._words = label(role=Role.HEADING, selectable=True, wrap=True)
        set_tone(self._words, Tone.WARN)
        self.save = Button("Save Edits", quiet=True)
        self.discard = Button("Discard Edits", quiet=True)
        self.keep = Button("Keep Editing", quiet=True)
        self._then: Callable[[], None] = _nothing
        self._lay_out()
        self.save.clicked.connect(self.save_requested)
        self.discard.clicked.connect(self.discarded)
        self.keep.clicked.connect(self.kept)
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(*[sizes().grid * 3 - 2] * 4)
        grid.setHorizontalSpacing(sizes().grid * 2)
        grid.setVerticalSpacing(sizes().grid + 2)
        grid.addWidget(IconLabel("warning", Tone.WARN.value), 0, 0)
        grid.addWidget(self._words, 0, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes().grid * 2)
        for button in (self.save, self.discard, self.keep):
            buttons.addWidget(button)
        buttons.addStretch()
        grid.addLayout(buttons, 1, 1)
        grid.setColumnStretch(1, 1)

    def ask(self, words: str, then: Callable[[], None]) -> None:
        """Ask before `then` is done; what was to be done before is forgotten."""
        self._then = then
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """There is nothing to ask."""
        self._then = _nothing
        self.hide()

    def take(self) -> Callable[[], None]:
        """What waited for the answer; there is nothing to ask any more."""
        then = self._then
        self.clear()
        return then


def _nothing() -> None:
    pass
