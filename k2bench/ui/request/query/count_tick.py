"""`$count`, in OData 3 `$inlinecount`: whether the answer says how many rows there are in all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from k2bench.apis.odata.dialect import Dialect
from k2bench.ui.kit.labels import set_plain_tip

_OPTIONS = {Dialect.V4: ("$count", "true"), Dialect.V3: ("$inlinecount", "allpages")}
_OFF = ("", "false", "none")


class CountTick(QCheckBox):
    """Half ticked, and left alone, while the URL says something else."""

    option_edited = Signal(str, object)  # name, text or None

    def __init__(self) -> None:
        super().__init__("$count")
        self.name, self._on = _OPTIONS[Dialect.V4]
        self._show_name()
        self.clicked.connect(lambda: self._edit())

    def show_dialect(self, dialect: Dialect) -> None:
        """Which option is meant."""
        self.name, self._on = _OPTIONS[dialect]
        self._show_name()

    def show_text(self, text: str | None) -> None:
        """What the URL says."""
        said = (text or "").strip().lower()
        state = Qt.CheckState.Checked if said == self._on else Qt.CheckState.PartiallyChecked
        if said in _OFF:
            state = Qt.CheckState.Unchecked
        odd = state is Qt.CheckState.PartiallyChecked
        self.setCheckState(state)
        tip = f"The URL says “{text}”, which is neither yes nor no." if odd else self._tip()
        set_plain_tip(self, tip)

    def nextCheckState(self) -> None:
        """A click never leads to the half tick."""
        on = self.checkState() is Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _edit(self) -> None:
        set_plain_tip(self, self._tip())
        on = self.checkState() is Qt.CheckState.Checked
        self.option_edited.emit(self.name, self._on if on else None)

    def _show_name(self) -> None:
        self.setText(self.name)
        self.setAccessibleName(self.name)
        set_plain_tip(self, self._tip())

    def _tip(self) -> str:
        return "Ask how many rows there are in all"
