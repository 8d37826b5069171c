from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.courtesy import Courtesy
from k2bench.ui.response.table.header import TableHeader
from k2bench.ui.response.table.model import TableModel
from tests.ui.response.table.test_model import table_of


class Asked(Courtesy):
    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.times = 0

    @contextmanager
    def first(self) -> Iterator[None]:
        self.times += 1
        with super().first():
            yield


def test_it_asks_while_it_paints(bridge: Bridge, shown: Callable[[QWidget], QWidget]) -> None:
    header = TableHeader(Qt.Orientation.Horizontal)
    model = TableModel(table_of(b'[{"a":1}]'))
    header.setModel(model)
    shown(header)
    plain = header.grab().toImage()
    header.courtesy = Asked(bridge)
    assert header.grab().toImage() == plain
    assert header.courtesy.times > 0
