"""File > Preferences: the limits of all requests."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.tones import sizes
from k2bench.workbench.preferences import RANGES, USUAL, Preferences

_FIELDS = (
    (
        "largest_body",
        "Largest body",
        " MB",
        "A larger answer is cut off there, after unpacking. It protects from answers that unpack "
        "without end.",
    ),
    (
        "body_in_memory",
        "Body kept in memory up to",
        " MB",
        "A larger one is kept in a file of the cache folder until it is no longer shown.",
    ),
    (
        "request_timeout",
        "Request timeout",
        " s",
        "A request is given up when nothing was sent or received for so long.",
    ),
)


class PreferencesDialog(QDialog):
    """Values in, a choice out; the next Send goes by it."""

    chosen = Signal(object)  # Preferences

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Preferences")
        self._entries: dict[str, QSpinBox] = {}
        grid = sizes().grid
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.addStrut(grid * 110)  # counts for the height of the words, too
        column.setSpacing(grid * 4)
        column.addWidget(label("Requests and answers", Role.TITLE))
        for key, name, unit, hint in _FIELDS:
            entry = self._entries[key] = QSpinBox()
            entry.setRange(*RANGES[key])
            entry.setSuffix(unit)
            entry.setGroupSeparatorShown(True)
            entry.lineEdit().setTextMargins(grid, 0, 0, 0)  # the style sheet cannot pad it
            column.addWidget(Field(name, entry, hint))
        self._show(preferences)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        usual = Button("Restore Defaults")
        usual.clicked.connect(lambda: self._show(USUAL))
        cancel, save = Button("Cancel"), Button("Save", primary=True)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        save.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(sizes().grid * 2)
        row.addWidget(usual)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(save)
        return row

    def _show(self, preferences: Preferences) -> None:
        for key, entry in self._entries.items():
            entry.setValue(getattr(preferences, key))

    def _save(self) -> None:
        for entry in self._entries.values():
            entry.interpretText()  # what is still being typed
        self.chosen.emit(Preferences(**{k: e.value() for k, e in self._entries.items()}))
        self.accept()
