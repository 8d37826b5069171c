"""What stands before a row of a filter: where, and, or. The second of a group can be changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from k2bench.apis.odata.querying.filter_parts import Join
from k2bench.ui.kit.labels import Role, label, set_plain_tip
from k2bench.ui.kit.tones import sizes

WIDTH = 16  # grid units


class JoinCell(QWidget):
    """As wide in every row."""

    join_chosen = Signal(object)  # Join

    def __init__(self, number: str, index: int, join: Join) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH * sizes().grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if index != 1:
            row.addWidget(label("where" if index == 0 else join.value, Role.HINT))
            return
        box = self.box = QComboBox()
        box.setAccessibleName(f"Join {number}")
        set_plain_tip(box, f"Join {number}")
        box.addItems([each.value for each in Join])
        box.setCurrentText(join.value)
        box.textActivated.connect(lambda text: self.join_chosen.emit(Join(text)))
        row.addWidget(box)
