"""$metadata of 3.4 MB: from the last byte until the explorer shows it; then a filter over it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from PySide6.QtWidgets import QApplication

from k2bench.apis.odata.service import services_of
from k2bench.core.environment import Environment
from k2bench.store.places import Places
from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.explorer.controller import ExplorerController
from k2bench.ui.explorer.panel import ExplorerPanel
from k2bench.workbench.session import Session
from tests.bench import schemas
from tests.bench.heartbeat import Heartbeat
from tests.bench.table import Row

RUNS = 5
LARGE = Environment("1", "Large", odata_url="https://large.test/odata")


class Stage:
    """The explorer pane on the screen, over a session without a network."""

    def __init__(self, folder: Path) -> None:
        self.application = QApplication.instance() or QApplication([])
        self.session = Session(Places(folder / "config", folder / "cache"))
        self.bridge = Bridge(self.session)
        self.current = Current()
        self.panel = ExplorerPanel()
        self.explorer = ExplorerController(self.session, self.bridge, self.current, self.panel)
        self.shown = 0
        self.explorer.shown.connect(self._count)
        self.panel.resize(280, 800)
        self.panel.show()
        self.current.show_environment(LARGE)
        self.explorer.show_environment()
        self._wait()

    def _count(self) -> None:
        self.shown += 1

    def _wait(self) -> tuple[float, float]:
        """Seconds until the explorer has shown something and painted it, and the longest stall."""
        before = self.shown
        with Heartbeat() as heart:
            took = heart.run_until(lambda: self.shown > before)
            self.panel.repaint()
        return took, heart.longest

    def opened(self, path: Path) -> tuple[float, float]:
        """Read a file that the system has in its memory, as what a server sent."""
        (service,) = services_of(LARGE)
        self.explorer.import_file(service, path)
        return self._wait()

    def filtered(self, typed: str) -> tuple[float, float]:
        """Filter, without the moment that is waited for another key."""
        self.explorer.filter(typed)
        return self._wait()

    def unfolded(self) -> float:
        """Seconds to show the largest group: every entity type."""
        tree = self.panel.tree
        path = ("service OData", "group Types", "group Entity types")
        with Heartbeat() as heart:
            tree.select(tree.nodes.find(path))
            tree.expand(tree.nodes.find(path))
            self.panel.repaint()
        return heart.longest

    def close(self) -> None:
        """End the threads."""
        self.session.close()
        self.panel.deleteLater()


def bench() -> list[Row]:
    """The rows of performance.md for the explorer."""
    data = schemas.document(schemas.BLOCKS)
    with tempfile.TemporaryDirectory(prefix="k2bench-bench-") as folder:
        path = Path(folder) / "large.edmx"
        path.write_bytes(data)
        stage = Stage(Path(folder))
        stage.opened(path)  # imports lxml
        opened = [stage.opened(path) for _ in range(RUNS)]
        unfolded = [stage.unfolded() for _ in range(RUNS)]
        filters = [stage.filtered(typed) for typed in ("name7", "ent1", "zzz", "set2", "chi")]
        stage.close()
    what = f"$metadata of {len(data) / 1e6:.1f} MB: "
    return [
        Row(what + "explorer filled", median(took for took, _ in opened) * 1e3, 600, "ms"),
        Row("stall while it is filled", median(stall for _, stall in opened) * 1e3, 50, "ms"),
        Row("stall while its types are unfolded", max(unfolded) * 1e3, 50, "ms"),
        Row(what + "explorer filtered", max(took for took, _ in filters) * 1e3, 300, "ms"),
        Row("stall while it is filtered", max(stall for _, stall in filters) * 1e3, 50, "ms"),
    ]
