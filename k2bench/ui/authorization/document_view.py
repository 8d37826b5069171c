"""A document of a login laid out to read, whatever it is: the work is done on another thread."""

from k2bench.content.body_format import format_of
from k2bench.content.highlight import highlighter
from k2bench.content.pretty import pretty
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.response.background import Background, Work, nothing

HEAD = 4096  # bytes that the language is told by


class DocumentView(TextView):
    """Shows one document; what cannot be laid out is shown as it came."""

    def __init__(self, name: str, background: Background) -> None:
        super().__init__(name)
        self._background = background
        self._work: Work | None = None

    def show_document(self, text: str) -> None:
        """Show another document."""
        self.stop()
        data = text.encode("utf-8", "replace")
        written_in, _ = format_of("", data[:HEAD])
        lines = pretty(data, written_in)
        self.set_highlighter(highlighter(written_in))
        self.show_lines(lines)
        self._work = self._background.start_steps(
            lines.read, success=self._grew, failure=nothing, progress=self._grew
        )

    def stop(self) -> None:
        """Let go of what is being laid out."""
        if self._work is not None:
            self._work.drop()
            self._work = None

    def _grew(self, _: object) -> None:
        self.lines_grew()
