"""A window with one value whole: in the text that it was found in, only its start is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.content.data import Progress
from k2bench.content.long_value import LongValue
from k2bench.content.text_lines import TextLines
from k2bench.core.problem import Problem
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.labels import Role, label
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.background import Background, Work

_NAME = 60  # characters


class WholeValue(QDialog):
    """Fills while the value is read on the work lane; closing it ends the reading."""

    ready = Signal()

    def __init__(self, value: LongValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = " ".join(value.name.split())
        self.setWindowTitle(f"Value of {name[:_NAME]}" if name else "Value")
        self.resize(sizes().grid * 200, sizes().grid * 150)
        self._value = value
        self._work: Work | None = None
        self.facts = label("", Role.HINT, selectable=True, wrap=True)
        self.view = TextView("Whole value")
        self.copy_ = Button("Copy Value")
        self.close_ = Button("Close", primary=True)
        self._lay_out()
        self.copy_.clicked.connect(self.copy)
        self.close_.clicked.connect(self.accept)
        self.view.copied.connect(lambda count: self.facts.setText(f"{count:,} characters copied"))
        self.view.copy_refused.connect(self._refuse)
        self.finished.connect(self.stop)

    def _lay_out(self) -> None:
        grid = sizes().grid
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_)
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[grid * 5] * 4)
        column.setSpacing(grid * 3)
        column.addWidget(self.facts)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        self.copy_.setEnabled(False)

    def start(self, background: Background) -> None:
        """Read the value."""
        self._tell(Progress(0, max(1, self._value.size)))
        self._work = background.start_steps(
            self._value.read, success=self._show, failure=self._fail, progress=self._tell
        )

    def stop(self) -> None:
        """End the reading."""
        if self._work is not None:
            self._work.drop()
            self._work = None

    def copy(self) -> None:
        """Copy the whole value."""
        self.view.select_all()
        self.view.copy()

    def _show(self, lines: TextLines) -> None:
        self._work = None
        self.view.show_lines(lines)
        self.view.setFocus()
        self.facts.setText(f"{self._value.size:,} bytes as sent")
        self.copy_.setEnabled(True)
        self.ready.emit()

    def _tell(self, progress: Progress) -> None:
        done = 100 * progress.done // max(1, progress.total)
        self.facts.setText(f"Reading {self._value.size:,} bytes… {done} %")

    def _refuse(self) -> None:
        self.facts.setText(
            "The value is too large for the clipboard. Select a part of it and copy that."
        )

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.facts.setText(f"{problem.title}. {problem.hint}")
