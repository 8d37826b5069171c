import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from k2bench.ui.collector import Collector


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    was = gc.isenabled()
    gc.enable()
    made = Collector()
    yield made
    made.stop()
    assert gc.isenabled()
    if not was:
        gc.disable()


class Circle(QObject):
    """Only a collection can end it."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_a_circle_is_never_collected_by_another_thread(collector: Collector) -> None:
    ended: list[str] = []
    circle = Circle()
    circle.destroyed.connect(lambda: ended.append(threading.current_thread().name))
    del circle
    kept: list[list[int]] = []
    worker = threading.Thread(target=lambda: kept.extend([n] for n in range(100_000)))
    worker.start()
    worker.join()
    assert ended == []
    collector.collect()
    gc.collect()
    assert ended == [threading.current_thread().name]


def test_nothing_to_do_costs_nothing(collector: Collector) -> None:
    gc.collect()
    before = gc.get_stats()[2]["collections"]
    collector.collect()
    assert gc.get_stats()[2]["collections"] == before
