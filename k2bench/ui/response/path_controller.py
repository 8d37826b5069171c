"""Filter by JSONPath: between the response pane and the workbench's child process."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from k2bench.core.problem import Problem
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.response.panel import ResponsePanel
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    from k2bench.workbench.json_path import Filtered


class PathController(QObject):
    """A newer filter replaces an older one; another answer drops it."""

    def __init__(self, session: Session, bridge: Bridge, panel: ResponsePanel) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._panel = panel
        self._running: Running | None = None
        panel.path_bar.filter_requested.connect(self.filter)
        panel.path_bar.cancel_requested.connect(self.cancel)
        panel.reset.connect(self.drop)

    def filter(self, query: str, with_paths: bool) -> None:
        """Show what `query` selects in the whole answer."""
        self.drop()
        data = self._panel.data()
        if data is None:
            return
        self._panel.path_bar.show_busy(True)
        self._running = self._bridge.start(
            lambda _: self._session.json_path.run(data, query, with_paths),
            success=lambda filtered: self._show(filtered, query),
            failure=self._fail,
            cancelled=self._end,
        )

    def cancel(self) -> None:
        """*Cancel Filter*: the process is killed."""
        if self._running is not None:
            self._running.drop()
            self._end()
            self._panel.path_bar.show_cancelled()

    def drop(self) -> None:
        """The answer is gone, or its tab is."""
        if self._running is not None:
            self._running.drop()
            self._end()

    def _show(self, filtered: "Filtered", query: str) -> None:
        self._end()
        self._panel.show_filtered(filtered.body, query, filtered.count)

    def _fail(self, problem: Problem) -> None:
        self._end()
        self._panel.path_bar.show_problem(problem)

    def _end(self) -> None:
        self._running = None
        self._panel.path_bar.show_busy(False)
