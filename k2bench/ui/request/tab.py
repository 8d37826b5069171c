"""One request and its answer, one above the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.panel import RequestPanel
from k2bench.ui.response.panel import ResponsePanel

REQUEST_HEIGHT = 80  # units of the grid, to begin with


class RequestTab(QSplitter):
    """The two panels in a splitter; either can be folded away."""

    def __init__(self, response: ResponsePanel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.request = RequestPanel()
        self.response = response
        self.addWidget(self.request)
        self.addWidget(self.response)
        self.setStretchFactor(1, 1)
        height = REQUEST_HEIGHT * sizes().grid
        self.setSizes([height, 2 * height])
        self.setHandleWidth(1)
