"""The page *Headers*."""

from PySide6.QtWidgets import QVBoxLayout

from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.headers_view import HeadersView
from k2bench.ui.response.items_finder import ItemsFinder
from k2bench.ui.response.page import Page


class HeadersPage(Page):
    """The headers of an answer; nothing of it needs work."""

    def __init__(self) -> None:
        super().__init__()
        self._source: BodySource | None = None
        self.view = HeadersView()
        self.finder = self._finder = ItemsFinder(self.view, self.view.cells)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_source(self, source: BodySource) -> None:
        """Show the headers of another answer."""
        if not source.continues(self._source):  # they do not change while the body arrives
            self._finder.clear()
            self.view.show_snapshot(source.snapshot)
            self.findable_changed.emit()
        self._source = source
        self.read.emit()
