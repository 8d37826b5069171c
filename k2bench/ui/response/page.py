"""What every page of the response pane is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from k2bench.core.problem import Note
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.finder import Finder


class Page(QWidget):
    """A look at one answer.

    Attributes:
        tools: shown beside the tabs while this page is open, or None.
        finder: how it is searched, or None.
    """

    read = Signal()  # it shows the whole body
    empty = Signal()  # instead of `read`: the body holds nothing that this page could show
    failed = Signal(object)  # Problem
    query_requested = Signal(object)  # CellQuery
    rows_changed = Signal()
    findable_changed = Signal()  # it can be searched now, or what is found is another
    other_page_requested = Signal(str)  # the name of its tab

    def __init__(self) -> None:
        super().__init__()
        self.tools: QWidget | None = None
        self.finder: Finder | None = None

    def show_source(self, source: BodySource) -> None:
        """Show another answer."""
        raise NotImplementedError

    def stop(self) -> None:
        """Let go of the answer shown: no more work is done for it."""

    def rows_text(self) -> str:
        """How many rows there are, in words; empty where there are none."""
        return ""

    def page_note(self) -> Note | None:
        """That the rows are very likely not all there is."""
        return None
