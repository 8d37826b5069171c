"""Status, time, size and rows of an answer, in one line."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from k2bench.core.response import ResponseSnapshot
from k2bench.ui.kit.labels import Role, label, set_plain_tip
from k2bench.ui.kit.pill import Pill
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.wording import (
    both_sizes,
    exact_size,
    exact_time,
    short_time,
    status_tone,
    status_words,
)


class StatusLine(QWidget):
    """Shows figures; buttons that act on the answer may follow at its right end."""

    def __init__(self) -> None:
        super().__init__()
        self.status = Pill("Status")
        self.time = _figure("Time")
        self.size_ = _figure("Size")
        self.rows = _figure("Rows", Role.HINT)
        row = QHBoxLayout(self)
        grid = sizes().grid
        row.setContentsMargins(grid * 3, grid * 2, grid * 3, grid * 2)
        row.setSpacing(grid * 4)
        self.status.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.rows.setWordWrap(True)  # the first to give way in a narrow window
        self.rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for part in (self.status, self.time, self.size_):
            row.addWidget(part)
        row.addWidget(self.rows, 1)
        row.addStretch()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(grid)
        row.addLayout(self._buttons)
        self.setMinimumHeight(sizes().control + grid * 4)

    def show_snapshot(self, snapshot: ResponseSnapshot) -> None:
        """The figures of an answer; its rows are told later."""
        words = status_words(snapshot.status, snapshot.reason)
        version = f"{snapshot.http_version} {words}".strip()
        self.status.show_status(words, status_tone(snapshot.status), tip=version)
        _show(self.time, short_time(snapshot.timings.total), exact_time(snapshot.timings))
        decoded = snapshot.sizes.decoded or len(snapshot.body)
        wire = snapshot.sizes.wire
        _show(self.size_, both_sizes(decoded, wire), exact_size(decoded, wire))
        self.show_rows("")

    def show_rows(self, words: str) -> None:
        """How many rows there are; nothing for none."""
        _show(self.rows, words, "")

    def clear(self) -> None:
        """There is no answer."""
        self.status.show_status("", self.status.tone)
        for part in (self.time, self.size_, self.rows):
            _show(part, "", "")

    def add_widget(self, widget: QWidget) -> None:
        """One more at the right end."""
        self._buttons.addWidget(widget)


def _figure(name: str, role: Role = Role.LABEL) -> QLabel:
    made = label(role=role, selectable=True)
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    made.hide()
    return made


def _show(part: QLabel, words: str, tip: str) -> None:
    part.setText(words)
    part.setAccessibleDescription(words)
    set_plain_tip(part, tip)
    part.setVisible(bool(words))
