"""A response pane with a real work lane, timed from the last byte of a body to its paint."""

from __future__ import annotations

import mmap
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from k2bench.apis.view import Language, TableView, TextView
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseBody, ResponseSnapshot, SentRequest
from k2bench.store.places import Places
from k2bench.ui.bridge import Bridge
from k2bench.ui.collector import Collector
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.response.panel import ResponsePanel
from k2bench.ui.response.table.page import TablePage
from k2bench.ui.response.text_page import TextPage
from k2bench.workbench.session import Session
from tests.bench.bodies import odata_file
from tests.bench.heartbeat import Heartbeat

VIEWS = (TableView("value"), TextView(Language.JSON))
WHEEL_STEPS = 40


class Painted(QObject):
    """Tells when a widget was painted while it had something to show."""

    def __init__(self, widget: QWidget, has_content: Callable[[], bool]) -> None:
        super().__init__(widget)
        self.at: float | None = None
        self._widget = widget
        self._has_content = has_content
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.at is None and event.type() == QEvent.Type.Paint and self._has_content():
            self.at = time.perf_counter()
        return False

    def seconds(self, started: float) -> float:
        """From `started` to that paint."""
        self._widget.removeEventFilter(self)
        assert self.at is not None
        return self.at - started


@dataclass(frozen=True, slots=True)
class Opened:
    """Seconds until the first content was painted and until all is there; the longest stall."""

    painted: float
    whole: float
    stall: float


class Stage:
    """A response pane in a window of its own, with a real work lane behind it."""

    def __init__(self) -> None:
        self.app = QApplication.instance() or QApplication([])
        assert isinstance(self.app, QApplication)
        self.theme = Theme(self.app, ThemeMode.LIGHT)
        folder = Path(tempfile.mkdtemp(prefix="k2bench-bench-"))
        self.session = Session(Places(folder / "config", folder / "cache"))
        self.bridge = Bridge(self.session)
        self.panel = ResponsePanel(self.bridge)
        self.panel.resize(1000, 600)
        self.panel.show()
        self.collector = Collector()  # as in the application
        self.warm_up()
        self.collector.settle()

    def warm_up(self) -> None:
        """A small answer first, as in every session: what it loads is not measured."""
        small = snapshot_of(b'{"value":[{"a":1}]}')
        self.panel.show_answer(small, VIEWS)
        for tab in ("Pretty", "Raw", "Table"):
            with Heartbeat() as beat:
                self.panel.tabs.open(tab)
                beat.run_until(self.bridge.is_idle)

    @property
    def table(self) -> TablePage:
        """The page *Table*."""
        page = self.panel.tabs.page("Table")
        assert isinstance(page, TablePage)
        return page

    @property
    def text(self) -> TextPage:
        """The page *Pretty*."""
        page = self.panel.tabs.page("Pretty")
        assert isinstance(page, TextPage)
        return page

    def settle(self) -> None:
        """Wait until all work has ended."""
        with Heartbeat() as beat:
            beat.run_until(self.bridge.is_idle)

    def open_table(self, body: ResponseSnapshot) -> Opened:
        """Show a body as a table."""
        self.panel.tabs.open("Table")
        page = self.table
        with Heartbeat() as beat:
            painted = Painted(page.view.viewport(), lambda: page.shown_count > 10)
            started = time.perf_counter()
            self.panel.show_answer(body, VIEWS)
            beat.run_until(lambda: painted.at is not None and not page.is_reading)
        return Opened(painted.seconds(started), time.perf_counter() - started, beat.longest)

    def open_pretty(self, body: ResponseSnapshot) -> Opened:
        """Show a body as text."""
        self.panel.tabs.open("Pretty")
        view = self.text.view
        with Heartbeat() as beat:
            painted = Painted(view.viewport(), lambda: view.lines.count() > 10)
            started = time.perf_counter()
            self.panel.show_answer(body, VIEWS)
            beat.run_until(lambda: painted.at is not None and self.bridge.is_idle())
        return Opened(painted.seconds(started), time.perf_counter() - started, beat.longest)

    def arranged(self, ask: Callable[[], None]) -> tuple[float, float]:
        """Seconds until the rows asked for are painted; the longest stall meanwhile."""
        page = self.table
        before = page.view.model().order
        with Heartbeat() as beat:
            done = Painted(page.view.viewport(), lambda: page.view.model().order is not before)
            started = time.perf_counter()
            ask()
            beat.run_until(lambda: done.at is not None)
        return done.seconds(started), beat.longest

    def filtered(self, text: str) -> tuple[float, float]:
        """The same for a filter, without the pause that is left for typing."""
        return self.arranged(lambda: self._filter(text))

    def _filter(self, text: str) -> None:
        self.table.filter.setText(text)
        self.table.filter_now()

    def close(self) -> None:
        """End the threads."""
        self.collector.stop()
        self.panel.close()
        self.session.close()

    def scrolled(self) -> float:
        """The longest stall while the table is scrolled through."""
        bar = self.table.view.verticalScrollBar()
        steps = iter(range(0, bar.maximum(), max(1, bar.maximum() // WHEEL_STEPS)))

        def step() -> bool:
            place = next(steps, None)
            if place is not None:
                bar.setValue(place)
            return place is None

        with Heartbeat() as beat:
            beat.run_until(step)
        return beat.longest


def snapshot_of(data: bytes | mmap.mmap) -> ResponseSnapshot:
    """An answer with that body."""
    sent = SentRequest("GET", "https://demo.test/api/odatav4/v4/EmployeeSample")
    headers = (("Content-Type", "application/json"),)
    return ResponseSnapshot(RequestSpec(), sent, 200, headers=headers, body=ResponseBody(data))


def mapped(rows: int) -> mmap.mmap:
    """The body of so many rows as the spool gives it: a mapped file."""
    with odata_file(rows).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
