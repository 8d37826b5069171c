from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.table_header import TableHeader
from k2bench.ui.response.table_model import TableModel
from k2bench.workbench.session import Session
from tests.ui.response.test_table_model import table_of


class Asked(Bridge):
    times = 0

    @contextmanager
    def first(self) -> Iterator[None]:
        self.times += 1
        with super().first():
            yield


def test_it_asks_while_it_paints(session: Session, shown: Callable[[QWidget], QWidget]) -> None:
    header = TableHeader(Qt.Orientation.Horizontal)
    model = TableModel(table_of(b'[{"a":1}]'))
    header.setModel(model)
    shown(header)
    plain = header.grab().toImage()
    header.background = Asked(session)
    assert header.grab().toImage() == plain
    assert header.background.times > 0
