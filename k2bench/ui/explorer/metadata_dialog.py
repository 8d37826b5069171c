"""*Show in Metadata*: the CSDL of one thing, laid out, to be read and copied."""

from xml.sax.saxutils import escape

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from k2bench.content.body_format import BodyFormat
from k2bench.content.highlight import highlighter
from k2bench.content.pretty import Readable, pretty
from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.kit.tones import sizes

AROUND = 6  # lines shown above a selected one
MOST = 200_000  # bytes that are laid out: no type is as long
NOT_FOUND = Problem(
    ProblemKind.INPUT,
    "The metadata that is kept does not show it",
    "It may be written as JSON, or be gone from the disk. Refresh the explorer, or open $metadata "
    "from the context menu of the service.",
)


class MetadataDialog(QDialog):
    """Opens at once; the text follows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{name} in Metadata")
        self.resize(sizes().grid * 190, sizes().grid * 120)
        self.banner = ProblemBanner()
        self.view = TextView("Metadata text")
        self.view.set_highlighter(highlighter(BodyFormat.XML))
        self.close_ = Button("Close", primary=True)
        self.close_.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[sizes().grid * 5] * 4)
        column.setSpacing(sizes().grid * 3)
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)

    def show_text(self, data: bytes, member: tuple[str, str] | None = None) -> None:
        """What was found; nothing is said to be so.

        Args:
            member: tag and name of an element in it, which is selected.
        """
        if not data:
            self.show_problem(NOT_FOUND)
            return
        lines = _laid_out(data[:MOST])
        self.view.show_lines(lines)
        at = _line_of(lines, member) if member is not None else None
        if at is not None:
            self.view.select(Selection(Position(at, 0), Position(at, len(lines.text(at)))))
            self.view.verticalScrollBar().setValue(max(0, at - AROUND))

    def show_problem(self, problem: Problem) -> None:
        """Why there is nothing to read."""
        self.banner.show_problem(problem)


def _line_of(lines: Readable, member: tuple[str, str]) -> int | None:
    tag, name = member
    attribute = f'Name="{escape(name, {chr(34): "&quot;"})}"'
    texts = ((at, lines.text(at)) for at in range(lines.count()))
    return next((at for at, text in texts if attribute in text and f"{tag} " in text), None)


def _laid_out(data: bytes) -> Readable:
    lines = pretty(data, BodyFormat.XML)
    for _ in lines.read():
        pass
    return lines
