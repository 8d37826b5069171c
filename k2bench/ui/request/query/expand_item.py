"""One way to other rows: a tick, and for a ticked one its nested options."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from k2bench.apis.odata.querying.expand_parts import ExpandItem
from k2bench.ui.kit.labels import Role, label, set_plain_tip
from k2bench.ui.kit.tones import sizes

OPTIONS = {
    "$select": "all columns",
    "$filter": "all rows",
    "$orderby": "as they come",
    "$top": "all",
    "$expand": "nothing",
}


class ExpandRow(QWidget):
    """Texts in, texts out."""

    ticked = Signal(bool)
    option_edited = Signal(str, object)  # name, text or None

    def __init__(self, path: str, tip: str) -> None:
        super().__init__()
        self.path = path
        self.tick = QCheckBox(path.replace("&", "&&"))
        self.tick.setAccessibleName(f"Expand {path}")
        set_plain_tip(self.tick, tip)
        self.lines: dict[str, QLineEdit] = {}
        self._form = QWidget()
        grid = QGridLayout(self._form)
        grid.setContentsMargins(sizes().grid * 6, 0, 0, 0)
        grid.setHorizontalSpacing(sizes().grid * 2)
        grid.setVerticalSpacing(sizes().grid)
        for at, (name, placeholder) in enumerate(OPTIONS.items()):
            line = self.lines[name] = QLineEdit()
            line.setAccessibleName(f"{name} of {path}")
            line.setPlaceholderText(placeholder)
            line.setProperty("body", "true")
            line.textEdited.connect(partial(self._edit, name))
            row, side = divmod(at, 2)
            grid.addWidget(label(name, Role.HINT), row, side * 2)
            grid.addWidget(line, row, side * 2 + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid)
        column.addWidget(self.tick)
        column.addWidget(self._form)
        self.tick.clicked.connect(self.ticked)
        self.show_item(None)

    def show_item(self, item: ExpandItem | None) -> None:
        """What the option says of it; None: it is not expanded."""
        self.tick.setChecked(item is not None)
        self._form.setVisible(item is not None)
        for name, line in self.lines.items():
            text = (item.option(name) or "") if item is not None else ""
            if text != line.text():
                line.setText(text)
                line.setReadOnly(line.text() != text)

    def _edit(self, name: str, text: str) -> None:
        self.option_edited.emit(name, text if text.strip() else None)
