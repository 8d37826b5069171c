"""The tabs of the response pane: which there are, which is open, which are filled."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from k2bench.core.problem import Note
from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.tones import sizes
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.lazy_page import LazyPage
from k2bench.ui.response.page import Page
from k2bench.ui.response.pages import make_page


class ResponseTabs(QWidget):
    """Shows one answer in as many pages as it has; pages are kept for the next answer."""

    read = Signal()  # the open page shows the whole body
    failed = Signal(object)  # Problem
    query_requested = Signal(object)  # CellQuery
    rows_changed = Signal()
    page_shown = Signal(object)  # the Page that is looked at now, or None

    def __init__(self) -> None:
        super().__init__()
        self.strip = TabStrip("Response views")
        self._tools = QWidget()
        self._tools_row = QHBoxLayout(self._tools)
        self._tools_row.setContentsMargins(0, 2, sizes().grid * 3, 2)
        self.strip.setCornerWidget(self._tools)
        self._pages: dict[str, LazyPage] = {}
        self._chosen = ""  # the tab that a person opened last
        self._source: BodySource | None = None
        self._changing = False
        self._by_itself = True  # the open tab was not opened by a person
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        self.strip.page_changed.connect(self._opened)

    def show_names(self, names: tuple[str, ...], stay: bool = False) -> None:
        """Have these tabs; the one that a person opened last stays open if it can.

        `stay`: the open one does, whoever opened it.
        """
        self.forget()
        if stay and names == self.strip.names():
            return
        self._changing = self._by_itself = True
        if names != self.strip.names():
            for name in self.strip.names():
                self.strip.remove_page(name)
            for name in names:
                self.strip.add_page(name, self._page(name))
        self.strip.show_page(self._chosen if self._chosen in names else names[0])
        self._changing = False
        self._show_tools()

    def show_source(self, source: BodySource) -> None:
        """Fill the open tab, and the others when they are opened."""
        self._source = source
        if self._pages[self.strip.current_name()].make():
            QTimer.singleShot(
                0, self, self._fill
            )  # an answer, a page and its rows: too much at once
        else:
            self._fill()

    def forget(self) -> None:
        """Let go of the answer shown."""
        self._source = None
        self.page_shown.emit(None)
        for page in self._pages.values():
            page.forget()

    def open(self, name: str) -> None:
        """Open a tab, as a click on it does.

        Raises:
            ValueError: there is no such tab.
        """
        self.strip.show_page(name)

    def current_page(self) -> Page | None:
        """The page that is looked at, once it is filled."""
        return self.page(self.strip.current_name()) if self._source is not None else None

    def is_filled(self, name: str) -> bool:
        """Whether a page shows the answer, or as much of it as was read."""
        return name in self._pages and self._pages[name].is_filled

    def page(self, name: str) -> Page | None:
        """A page that was made, by the name of its tab."""
        return self._pages[name].page if name in self._pages else None

    def rows_text(self) -> str:
        """What the pages say about rows."""
        pages = (self.page(name) for name in self.strip.names())
        return next((page.rows_text() for page in pages if page and page.rows_text()), "")

    def page_note(self) -> Note | None:
        """What the pages say about the rows being a page only."""
        pages = (self.page(name) for name in self.strip.names())
        return next((note for page in pages if page and (note := page.page_note())), None)

    def _page(self, name: str) -> LazyPage:
        if name not in self._pages:
            page = self._pages[name] = LazyPage(lambda: make_page(name))
            page.made.connect(self._join)
        return self._pages[name]

    def _join(self, page: Page) -> None:
        page.read.connect(self.read)
        page.empty.connect(self._found_nothing)
        page.failed.connect(self.failed)
        page.query_requested.connect(self.query_requested)
        page.rows_changed.connect(self.rows_changed)
        page.other_page_requested.connect(self.open)
        self._show_tools()

    def _opened(self, name: str) -> None:
        if self._changing or not name:
            return
        self._chosen = name
        self._by_itself = False
        self._show_tools()
        self._fill()

    def _found_nothing(self) -> None:
        """The open page has nothing to show: open the next one, unless a person wants this one."""
        index = self.strip.currentIndex() + 1
        if self._by_itself and index < self.strip.count():
            self._changing = True
            self.strip.setCurrentIndex(index)
            self._changing = False
            self._show_tools()
            self._fill()
        else:
            self.read.emit()

    def _fill(self) -> None:
        name = self.strip.current_name()
        if self._source is not None and self._source.is_ready and name:
            self._pages[name].show_source(self._source)
            self.page_shown.emit(self._pages[name].page)

    def _show_tools(self) -> None:
        current = self.strip.current_name()
        self._place_tools()  # before they are shown: without a parent they would be a window
        for name, lazy in self._pages.items():
            if lazy.page is not None and lazy.page.tools is not None:
                lazy.page.tools.setVisible(name == current)

    def _place_tools(self) -> None:
        """Beside the tabs where there is room for both, otherwise in a row below them."""
        lazy = self._pages.get(self.strip.current_name())
        if lazy is None or lazy.page is None or lazy.page.tools is None:
            return
        tools = lazy.page.tools
        row = self._tools_row.contentsMargins()
        room = self.width() - self.strip.tabs_width() - row.left() - row.right()
        is_beside = self._tools.isAncestorOf(tools)
        fits = tools.sizeHint().width() <= room
        if fits is is_beside and tools.parentWidget() is not None:
            return
        was_shown, focused = tools.isVisibleTo(self), self.window().focusWidget()
        if fits:
            lazy.leave_tools()
            self._tools_row.addWidget(tools)
        else:
            self._tools_row.removeWidget(tools)
            lazy.take_tools()
        tools.setVisible(was_shown)
        if focused is not None and tools.isAncestorOf(focused):
            focused.setFocus()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place_tools()
        return done
