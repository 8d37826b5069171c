"""Find in the page that is open: between the find bar and the page's finder.

A newer search replaces an older one; leaving the page, another answer and *Close* drop it.
"""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from k2bench.content.wanted import Found
from k2bench.core.problem import Problem
from k2bench.ui.response.background import Background, Work
from k2bench.ui.response.find_bar import FindBar
from k2bench.ui.response.finder import Finder
from k2bench.ui.response.page import Page

TYPING = 120  # milliseconds without a key before a search starts
GROWTH = 250  # milliseconds between two paints of hits while more are found


class Find(QObject):
    """Runs searches and goes from hit to hit."""

    def __init__(self, bar: FindBar, background: Background) -> None:
        super().__init__()
        self.bar = bar
        self._background = background
        self._page: Page | None = None
        self._work: Work | None = None
        self._found = Found(0, 0, 0)
        self._current = -1
        self._ends = False  # the search has ended
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._since_paint = QElapsedTimer()
        self._since_paint.start()
        self._typing.timeout.connect(self._start)
        bar.wanted_changed.connect(self._typing.start)
        bar.next_requested.connect(lambda: self.step(1))
        bar.previous_requested.connect(lambda: self.step(-1))
        bar.closed.connect(self._stop)

    def open(self) -> None:
        """*Find in Response*."""
        self.bar.open()
        self._start()

    def show_page(self, page: Page | None) -> None:
        """Another page is open, or none."""
        if page is self._page:
            return
        self._stop()
        if self._page is not None:
            self._page.findable_changed.disconnect(self._restart)
        self._page = page
        if page is not None:
            page.findable_changed.connect(self._restart)
        self._restart()

    def step(self, by: int) -> None:
        """The next hit, or the one before; behind the last comes the first."""
        if self.bar.isHidden():
            self.bar.open()
        if self._typing.isActive() or (self._work is None and not self._ends):
            self._start()
        elif self._found.hits:
            index = self._current + by
            if self._ends or 0 <= index < self._found.hits:
                self._go_to(index % self._found.hits)

    @property
    def is_searching(self) -> bool:
        """Whether a search is under way, or about to be."""
        return self._work is not None or self._typing.isActive()

    def _restart(self) -> None:
        if self.bar.isVisible():
            self._start()

    def _finder(self) -> Finder | None:
        return self._page.finder if self._page is not None else None

    def _start(self) -> None:
        self._stop()
        wanted, finder = self.bar.wanted(), self._finder()
        if not wanted.text or self.bar.isHidden():
            self.bar.show_words("")
            return
        if finder is None:
            self.bar.show_words("" if self._page is None else "This view cannot be searched")
            return
        search = finder.search(wanted)
        self.bar.show_words("searching…")
        if search is not None:  # else the page says when it can be searched
            self._work = self._background.start_steps(
                search.run, success=self._done, failure=self._fail, progress=self._grew
            )

    def _stop(self) -> None:
        self._typing.stop()
        if self._work is not None:
            self._work.drop()
            self._work = None
        self._found, self._current, self._ends = Found(0, 0, 0), -1, False
        finder = self._finder()
        if finder is not None:
            finder.clear()

    def _grew(self, found: Found) -> None:
        first = not self._found.hits
        self._found = found
        finder = self._finder()
        if finder is None or not found.hits:
            return
        if self._current < 0 and (nearest := finder.nearest()) < found.hits:
            self._go_to(nearest)
        elif first or self._since_paint.hasExpired(GROWTH):
            self._paint(finder)
        self._tell()

    def _done(self, found: Found) -> None:
        self._work, self._ends, self._found = None, True, found
        finder = self._finder()
        if finder is None:
            return
        if found.hits and self._current < 0:
            nearest = finder.nearest()
            self._go_to(nearest if nearest < found.hits else 0)
        self._paint(finder)
        self._tell()

    def _fail(self, problem: Problem) -> None:
        self._stop()
        self.bar.show_problem(problem)

    def _go_to(self, index: int) -> None:
        finder = self._finder()
        if finder is not None:
            self._current = index
            finder.jump(index)
            self._paint(finder)
            self._tell()

    def _paint(self, finder: Finder) -> None:
        self._since_paint.restart()
        self._background.first_with_paint()
        finder.mark(self._current)

    def _tell(self) -> None:
        found = self._found
        if not self._ends:
            self.bar.show_words(f"searching… {found.hits:,} so far")
        elif not found.hits:
            self.bar.show_none()
        else:
            more = "more than " if found.more else ""
            self.bar.show_words(f"{self._current + 1:,} of {more}{found.hits:,}")
