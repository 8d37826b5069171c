"""The title of a dock: its name, room for the pane's own buttons, float and close."""

from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.ui.kit.buttons import IconButton
from k2bench.ui.kit.labels import Role, hairline, label
from k2bench.ui.kit.tones import sizes


class PaneTitle(QWidget):
    """Is set with `QDockWidget.setTitleBarWidget`; it can be dragged as Qt's own."""

    def __init__(self, name: str, dock: QDockWidget) -> None:
        super().__init__(dock)
        grid = sizes().grid
        self.float_ = IconButton("external", f"Float {name}")
        self.close_ = IconButton("close", f"Close {name}")
        self._row = QHBoxLayout()
        self._row.setContentsMargins(grid * 3, grid, grid * 2, grid)
        self._row.setSpacing(grid // 2)
        self._row.addWidget(label(name, Role.HEADING), 1)
        for button in (self.float_, self.close_):
            self._row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(hairline())
        self.float_.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self.close_.clicked.connect(dock.close)

    def add_button(self, button: QWidget) -> None:
        """One of the pane's own, between its name and Qt's."""
        self._row.insertWidget(self._row.count() - 2, button)
