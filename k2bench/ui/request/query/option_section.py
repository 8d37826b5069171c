"""An option as text, and below it, if wanted, the same as something to click."""

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.kit.buttons import Switch
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.expression_field import ExpressionField
from k2bench.ui.request.query.surroundings import NOWHERE, Surroundings
from k2bench.ui.request.query.text_line import TextLine


class Panel(Protocol):
    """The option as something to click."""

    @property
    def text_edited(self) -> SignalInstance:
        """With the option's text; empty: the option may go."""

    def show_text(self, text: str, dialect: Dialect) -> None:
        """What the option says."""

    def show_surroundings(self, known: Surroundings) -> None:
        """What is known of the rows."""

    def leave(self) -> None:
        """The page is being closed."""


class OptionSection(QWidget):
    """Keeps the two in step; the panel is filled while it is shown."""

    def __init__(
        self, field: ExpressionField | TextLine, panel: QWidget, icon: str, name: str
    ) -> None:
        super().__init__()
        self.field = field
        self.panel: Panel = panel  # type: ignore[assignment]
        self.widget = panel
        self.switch = Switch(icon, name)
        self._known = NOWHERE
        grid = sizes().grid
        row = QHBoxLayout()
        row.setSpacing(grid)
        row.addWidget(field, 1)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grid * 2)
        column.addLayout(row)
        column.addWidget(panel)
        panel.hide()
        self.switch.toggled.connect(self._turn)
        field.option_changed.connect(self._refresh)
        self.panel.text_edited.connect(field.put)

    def show_surroundings(self, known: Surroundings) -> None:
        """What is known of the rows."""
        self._known = known
        self.panel.show_surroundings(known)
        self._refresh()

    def open(self) -> None:
        """Show the panel."""
        self.switch.setChecked(True)

    def leave(self) -> None:
        """The page is being closed."""
        self.panel.leave()

    def _turn(self, on: bool) -> None:
        self.widget.setVisible(on)
        self._refresh()

    def _refresh(self) -> None:
        if self.switch.isChecked():
            self.panel.show_text(self.field.option_text(), self._known.dialect)
