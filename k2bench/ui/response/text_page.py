"""A page that shows the body as text: laid out, or as it was sent."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QVBoxLayout

from k2bench.content.hex_lines import HexLines, hex_spans
from k2bench.content.highlight import Highlighter, highlighter
from k2bench.content.lines import Lines
from k2bench.content.pretty import Readable, pretty, remark_on
from k2bench.content.text_lines import TextLines
from k2bench.core.problem import Problem
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.background import Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.fold_levels import FoldLevels, limit_words
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page
from k2bench.ui.response.text_finder import TextFinder
from k2bench.ui.response.whole_value import ValueOpener

GROWTH = 250  # milliseconds between two growths of the text: each paints it anew
FIRST_LINES = 200  # more than a screen shows


class TextPage(Page):
    """A text view that fills while the body is indexed on the work lane."""

    def __init__(
        self,
        name: str,
        lines_of: Callable[[BodySource], Readable],
        colours_of: Callable[[BodySource], Highlighter | None],
        *,
        numbered: bool = True,
    ) -> None:
        super().__init__()
        self.view = TextView(name, numbered=numbered)
        self.note = NoteStrip(f"{name} note")
        self.finder = self._finder = TextFinder(self.view)
        self.levels = FoldLevels(self.view)
        self.values = ValueOpener(self.view)
        self._lines_of = lines_of
        self._colours_of = colours_of
        self._work: Work | None = None
        self._lines: Readable | None = None
        self._source: BodySource | None = None
        self._flaw = ""
        self._seen = 0  # lines that the view knows of
        self._since_growth = QElapsedTimer()
        self._since_growth.start()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)
        self.levels.done.connect(lambda count: self._say(limit_words(count)))
        self.levels.failed.connect(self.failed)

    def show_source(self, source: BodySource) -> None:
        """Show another body."""
        self.stop()
        goes_on = source.continues(self._source)
        self._source = source
        self.values.begin(source.background)
        self._seen = 0
        self._finder.show_lines(None)
        lines = self._lines = self._lines_of(source)
        self._flaw = ""
        if not goes_on:
            self._say()
            self.view.set_highlighter(self._colours_of(source))
            self.view.show_lines(lines)
        self._work = source.background.start_steps(
            lines.read,
            success=self._done,
            failure=self._fail,
            progress=self._grew,
        )

    def stop(self) -> None:
        """Let go of the body."""
        self.levels.show_lines(None, None)
        self.values.close()
        if self._work is not None:
            self._work.drop()
            self._work = None

    def _say(self, more: str = "") -> None:
        self.note.show_note(" ".join(filter(None, (self._flaw, more))))

    def _grew(self, _: object) -> None:
        """More lines are found: show the first at once, then a few times a second."""
        if self._since_growth.hasExpired(GROWTH) or self._seen < FIRST_LINES:
            self._show_growth()

    def _show_growth(self) -> None:
        if self._source is not None and self._lines is not None:
            self._since_growth.restart()
            self._seen = self._lines.count()
            self._source.background.first_with_paint()
            if self.view.lines is self._lines:
                self.view.lines_grew()
            elif self._work is None or self._seen >= self.view.lines.count():
                show_longer(self.view, self._lines)

    def _done(self, _: object) -> None:
        self._work = None
        self._show_growth()
        arriving = self._source is not None and self._source.arriving  # it ends early, of course
        self._flaw = remark_on(self._lines) if self._lines is not None and not arriving else ""
        self._say()
        if self._source is not None:
            self.levels.show_lines(self._lines, self._source.background)
            is_dump = isinstance(self._lines, HexLines)  # of the bytes as they came
            data = self._source.snapshot.body.data if is_dump else self._source.data
            self._finder.show_lines(self._lines, data)
        self.findable_changed.emit()
        self.read.emit()

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.failed.emit(problem)


def show_longer(view: TextView, lines: Lines) -> None:
    """Replace the text by one that begins alike; the place, the selection and the folds stay."""
    bars = (view.verticalScrollBar(), view.horizontalScrollBar())
    places, selection = [bar.value() for bar in bars], view.selection()
    folded = view.folded.over(lines)
    view.show_lines(lines)
    view.show_folded(folded)
    view.select(selection)
    for bar, place in zip(bars, places, strict=True):
        bar.setValue(place)


def pretty_page() -> TextPage:
    """The page *Pretty*."""
    return TextPage(
        "Pretty text",
        lambda source: pretty(source.data, source.written_in),
        lambda source: highlighter(source.written_in),
    )


def raw_page() -> TextPage:
    """The page *Raw*."""
    return TextPage("Raw text", lambda source: TextLines(source.data), lambda _: None)


def hex_page() -> TextPage:
    """The page *Hex*: the bytes as they came, whatever their encoding."""
    return TextPage(
        "Hex view",
        lambda source: HexLines(source.snapshot.body.data),
        lambda source: hex_spans,
        numbered=False,
    )
