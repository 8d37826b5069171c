"""Loads what charts are drawn with, on the work lane.

numpy and pyqtgraph take 0.3 s to import, which would hold the window. Importing them makes no
widget and no other object that belongs to a thread, so any thread may do it.
"""

import importlib
from collections.abc import Generator

_PARTS = ("numpy", "pyqtgraph.Qt", "pyqtgraph", "k2bench.ui.response.chart.chart_view")


def load() -> Generator[None, None, None]:
    """Import the parts, one a step; does nothing the second time."""
    for part in _PARTS:
        importlib.import_module(part)
        yield
