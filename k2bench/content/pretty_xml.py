"""XML laid out by its tags, as an index: 14 bytes a line. Everything stays as sent.

Nothing is expanded and nothing is fetched: an entity is text here, a document type is a line.
"""

import re
from array import array

from k2bench.content.data import Data, Pauses, Progress, Steps
from k2bench.content.json_scan import UTF8_BOM, Flaw, FlawError
from k2bench.content.text_lines import TextLines

INDENT = "  "
DEEPEST = 200  # levels that are indented
LONG = 5000  # characters of a line that is shown whole
HEAD = 1000  # characters shown of a longer one
PAUSE = 400  # tokens between two pauses
WIDEST_TAG = 1 << 16  # bytes
_NAME = rb"[A-Za-z_:\x80-\xff][^\s/>\"'<]*+"
_START = re.compile(rb"<(" + _NAME + rb")((?:[^>\"'<]++|\"[^\"]*+\"|'[^']*+')*+)>")
_END = re.compile(rb"</(" + _NAME + rb")\s*>")
_TEXT = re.compile(rb"[^<]+")
_BLANKS = re.compile(r"\s+")
_CLOSERS = ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>"))
_LINES = re.compile(rb"[^\n]+")
_DOCTYPE = re.compile(rb"<![^\[>]*+(?:\[[^\]]*+\]\s*)?>")


class PrettyXml:
    """Lines (see `lines.Lines`) of an XML body, while and after `read()` lays it out.

    Attributes:
        flaw: why the layout ends early, or None. What follows is shown as sent.
    """

    def __init__(self, data: Data) -> None:
        self.flaw: Flaw | None = None
        self._data = data
        self._starts = array("Q")
        self._sizes = array("I")
        self._depths = array("H")
        self._open: list[bytes] = []
        self._alone = -1  # the line of a start tag that nothing but text has followed
        self._rest: TextLines | None = None
        self._width = 1

    def count(self) -> int:
        """How many lines there are so far."""
        return len(self._depths) + (self._rest.count() if self._rest else 0)

    def width(self) -> int:
        """Characters of the longest line seen."""
        return max(self._width, self._rest.width() if self._rest else 0)

    def text(self, line: int) -> str:
        """One line; a very long one is cut, and says how long it is."""
        text = self.full_text(line)
        if len(text) > LONG:
            text = f"{text[:HEAD]}… ({len(text):,} characters)"
        self._width = max(self._width, len(text))
        return text

    def full_text(self, line: int) -> str:
        """One line, however long it is."""
        if line >= len(self._depths):
            return self._rest.text(line - len(self._depths)) if self._rest else ""
        start = self._starts[line]
        text = self._data[start : start + self._sizes[line]].decode("utf-8", "replace")
        return INDENT * min(self._depths[line], DEEPEST) + _BLANKS.sub(" ", text.strip())

    def read(self) -> Steps["PrettyXml"]:
        """Lay out the whole body. It never raises."""
        total = len(self._data)
        at = len(UTF8_BOM) if self._data[:3] == UTF8_BOM else 0
        tokens = 0
        try:
            while at < total:
                at = yield from _told(self._token(at), at, total)
                tokens += 1
                if tokens % PAUSE == 0:
                    yield Progress(at, total)
            if self._open:
                name = self._open[-1].decode("utf-8", "replace")
                self.flaw = Flaw(f"The XML ends before “{name}” is closed", total)
        except FlawError as error:
            self.flaw = error.flaw
            self._rest = TextLines(self._data, at)
            yield from self._rest.read()
        return self

    def _token(self, at: int) -> Pauses[int]:
        """Lay out what starts at `at`. Returns the offset behind it."""
        data = self._data
        if data[at : at + 1] != b"<":
            return (yield from self._characters(at))
        tag = _START.match(data, at, at + WIDEST_TAG)
        if tag:
            self._start_tag(tag)
            return tag.end()
        end = _END.match(data, at, at + WIDEST_TAG)
        if end:
            self._end_tag(end)
            return end.end()
        stop = yield from self._marked(at)
        self._alone = -1
        yield from self._add_lines(at, stop)
        return stop

    def _start_tag(self, tag: re.Match[bytes]) -> None:
        self._add(tag.start(), tag.end(), len(self._open))
        self._alone = -1
        if not tag.group(2).endswith(b"/"):
            self._open.append(tag.group(1))
            self._alone = len(self._depths) - 1

    def _end_tag(self, tag: re.Match[bytes]) -> None:
        if not self._open or self._open[-1] != tag.group(1):
            opened = f"“{self._open[-1].decode('utf-8', 'replace')}”" if self._open else "nothing"
            closed = tag.group(1).decode("utf-8", "replace")
            raise FlawError(f"“{closed}” closes what {opened} opened", tag.start())
        self._open.pop()
        if self._alone >= 0 and self._alone == len(self._depths) - 1:
            start = self._starts[-1]  # <name>text</name> stays on one line
            self._sizes[-1] = tag.end() - start
        else:
            self._add(tag.start(), tag.end(), len(self._open))
        self._alone = -1

    def _characters(self, at: int) -> Pauses[int]:
        """Text between two tags: on the line of its start tag, or on lines of its own."""
        end = at
        while True:
            found = self._data.find(b"<", end, end + WIDEST_TAG)
            end = found if found >= 0 else min(end + WIDEST_TAG, len(self._data))
            if found >= 0 or end >= len(self._data):
                break
            yield
        short = end - at < LONG
        closing = self._data[end : end + 2] == b"</"
        if self._alone >= 0 and short and closing and b"\n" not in self._data[at:end].strip():
            return end
        self._alone = -1
        yield from self._add_lines(at, end)
        return end

    def _marked(self, at: int) -> Pauses[int]:
        """The offset behind a comment, a CDATA section, an instruction or a document type."""
        for opener, closer in _CLOSERS:
            if self._data[at : at + len(opener)] == opener:
                look = at + len(opener)
                while look < len(self._data):
                    end = self._data.find(closer, look, look + WIDEST_TAG)
                    if end >= 0:
                        return end + len(closer)
                    look += WIDEST_TAG - len(closer)
                    yield
                raise FlawError(f"“{opener.decode()}” is not closed", at)
        kind = _DOCTYPE.match(self._data, at, at + WIDEST_TAG)
        if not kind:
            raise FlawError("“<” stands where no tag begins", at)
        return kind.end()

    def _add_lines(self, start: int, end: int) -> Pauses[None]:
        """What is not a tag, line by line, without blank lines."""
        for number, piece in enumerate(_LINES.finditer(self._data, start, end)):
            if number % PAUSE == PAUSE - 1:
                yield
            if not self._data[piece.start() : min(piece.end(), piece.start() + LONG)].isspace():
                self._add(piece.start(), piece.end(), len(self._open))

    def _add(self, start: int, end: int, depth: int) -> None:
        self._starts.append(start)
        self._sizes.append(min(end - start, 0xFFFFFFFF))
        self._width = max(self._width, min(end - start, HEAD) + len(INDENT) * min(depth, DEEPEST))
        self._depths.append(min(depth, 0xFFFF))


def _told(work: Pauses[int], at: int, total: int) -> Steps[int]:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: int = end.value
            return result
        yield Progress(at, total)
