"""What stands beside the tabs while the tree is open: how deep it is to be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.tones import sizes

LEVELS = (1, 2, 3, 4)


class TreeTools(QWidget):
    """A menu of levels, and a button that closes all."""

    level_requested = Signal(int)
    collapse_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.levels = QToolButton()
        self.levels.setText("Expand to Level")
        self.levels.setAccessibleName("Expand to Level")
        self.levels.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.levels.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.levels)
        for level in LEVELS:
            menu.addAction(self._action(level, menu))
        self.levels.setMenu(menu)
        self.collapse = IconButton("collapse", "Collapse All")
        self.collapse.clicked.connect(self.collapse_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes().grid)
        row.addWidget(self.levels)
        row.addWidget(self.collapse)

    def _action(self, level: int, menu: QMenu) -> QAction:
        action = QAction(f"Level &{level}", menu)
        action.triggered.connect(lambda: self.level_requested.emit(level))
        return action
