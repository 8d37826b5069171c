"""A page that shows the body as text: laid out, or as it was sent."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QVBoxLayout

from k2bench.content.hex_lines import HexLines, hex_spans
from k2bench.content.highlight import Highlighter, highlighter
from k2bench.content.pretty import Readable, flaw_of, pretty
from k2bench.content.text_lines import TextLines
from k2bench.core.problem import Problem
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.background import Work
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.note_strip import NoteStrip
from k2bench.ui.response.page import Page

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
        self._lines_of = lines_of
        self._colours_of = colours_of
        self._work: Work | None = None
        self._lines: Readable | None = None
        self._source: BodySource | None = None
        self._seen = 0  # lines that the view knows of
        self._since_growth = QElapsedTimer()
        self._since_growth.start()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)

    def show_source(self, source: BodySource) -> None:
        """Show another body."""
        self.stop()
        self._source = source
        self._seen = 0
        lines = self._lines = self._lines_of(source)
        self.note.show_note("")
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
        if self._work is not None:
            self._work.drop()
            self._work = None

    def _grew(self, _: object) -> None:
        """More lines are found: show the first at once, then a few times a second."""
        if self._since_growth.hasExpired(GROWTH) or self._seen < FIRST_LINES:
            self._show_growth()

    def _show_growth(self) -> None:
        if self._source is not None and self._lines is not None:
            self._since_growth.restart()
            self._seen = self._lines.count()
            self._source.background.first_with_paint()
            self.view.lines_grew()

    def _done(self, _: object) -> None:
        self._work = None
        self._show_growth()
        flaw = flaw_of(self._lines) if self._lines is not None else None
        self.note.show_note(f"{flaw}. What follows is shown as it was sent." if flaw else "")
        self.read.emit()

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self.failed.emit(problem)


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
