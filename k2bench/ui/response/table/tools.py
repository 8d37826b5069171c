"""What stands beside the tabs while a table is shown: which array, the columns, the filter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.labels import set_plain_tip
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.kit.tones import sizes

_LONGEST = 32  # characters of a path


class TableTools(QWidget):
    """The picker is there only where there is something to pick."""

    array_chosen = Signal(int)  # its place among those shown

    def __init__(self) -> None:
        super().__init__()
        self.filter = SearchField("Filter rows")
        self.picker = QComboBox()
        self.picker.setAccessibleName("Rows of")
        self.picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        set_plain_tip(self.picker, "Rows of")
        self.columns = IconButton("columns", "Columns")
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.columns)
        self.columns.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid * 2)
        for part in (self.picker, self.columns, self.filter):
            row.addWidget(part)
        self.picker.activated.connect(self.array_chosen)
        self.show_arrays((), 0)

    def show_arrays(self, arrays: Sequence[tuple[str, int]], current: int) -> None:
        """Offer these arrays, each with its path and its number of rows."""
        self.picker.clear()
        for name, count in arrays:
            short = name if len(name) <= _LONGEST else "…" + name[-_LONGEST:]
            self.picker.addItem(f"{short or 'the whole body'} ({count:,})")
            self.picker.setItemData(
                self.picker.count() - 1, name, Qt.ItemDataRole.AccessibleDescriptionRole
            )
        self.picker.setCurrentIndex(current)
        self.picker.setVisible(len(arrays) > 1)

    def show_usable(self, usable: bool) -> None:
        """Whether there is a table to work with."""
        self.filter.setEnabled(usable)
        self.columns.setEnabled(usable)
