"""XML laid out by its tags, as an index: 14 to 21 bytes a line. Everything stays as sent.

Nothing is expanded and nothing is fetched: an entity is text here, a document type is a line.
"""

import re
from array import array
from collections.abc import Iterator

from k2bench.content.data import Data, Pauses, Progress, Steps
from k2bench.content.json_scan import UTF8_BOM, Flaw, FlawError
from k2bench.content.lines import Fold
from k2bench.content.long_value import LongValue
from k2bench.content.passages import PIECE, Passages, line_groups, long_line
from k2bench.content.text_lines import TextLines
from k2bench.content.xml_folds import XmlFolds

INDENT = "  "
DEEPEST = 200  # levels that are indented
LONG = 5000  # characters of a line that is shown whole
HEAD = 1000  # characters shown of a longer one
PAUSE = 400  # tokens between two pauses
WIDEST_TAG = 1 << 16  # bytes
_NAME = rb"[A-Za-z_:\x80-\xff][^\s/>\"'<]*+"
_TAG = re.compile(  # an end tag; a start tag; a start tag with its text and its end tag
    rb"\s*+<(?:/(?P<end>" + _NAME + rb")\s*>|(?P<start>" + _NAME + rb")"
    rb"(?P<rest>(?:[^>\"'<]++|\"[^\"]*+\"|'[^']*+')*+)>(?P<leaf>[^<\n]{0,4000}</(?P=start)\s*>)?)"
)
_START = re.compile(rb"\s*<(" + _NAME + rb")")
_CUT = "\N{REPLACEMENT CHARACTER}"  # of a character at the end
_BLANKS = re.compile(r"\s+")
_CLOSERS = ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<?", b"?>"))
_LINES = re.compile(rb"[^\n]+")
_DOCTYPE = re.compile(rb"<![^\[>]*+(?:\[[^\]]*+\]\s*)?>")


class PrettyXml:
    """Lines of an XML body, while and after `read()` lays it out (`lines`: Foldable, Shortening).

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
        self._folds = XmlFolds()
        self._rest: TextLines | None = None
        self._width = 1

    @property
    def has_rest(self) -> bool:
        """Whether some of the body could not be laid out and is shown as sent."""
        return self._rest is not None

    def count(self) -> int:
        """How many lines there are so far."""
        return len(self._depths) + (self._rest.count() if self._rest else 0)

    def width(self) -> int:
        """Characters of the longest line seen."""
        return max(self._width, self._rest.width() if self._rest else 0)

    def text(self, line: int) -> str:
        """One line; a very long one is cut, and says how long it is."""
        size = self._sizes[line] if line < len(self._depths) else 0
        if size > 4 * LONG:  # too long to be counted while painting
            text = f"{self._line(line, HEAD).rstrip(_CUT)}… ({size:,} bytes)"
        elif len(text := self.full_text(line)) > LONG:
            text = f"{text[:HEAD]}… ({len(text):,} characters)"
        self._width = max(self._width, len(text))
        return text

    def full_text(self, line: int) -> str:
        """One line, however long it is."""
        if line >= len(self._depths):
            return self._rest.text(line - len(self._depths)) if self._rest else ""
        return self._line(line, self._sizes[line])

    def _line(self, line: int, size: int) -> str:
        start = self._starts[line]
        text = self._data[start : start + size].decode("utf-8", "replace")
        return INDENT * min(self._depths[line], DEEPEST) + _BLANKS.sub(" ", text.strip())

    def passages(self) -> Passages:
        """The whole text to be searched, with what `text` cuts off."""
        laid_out, first = len(self._depths), 0
        for line in range(laid_out):
            if self._sizes[line] > PIECE:
                yield from line_groups(self.full_text, range(first, line), first)
                start = self._starts[line]
                lead = INDENT * min(self._depths[line], DEEPEST)
                yield from long_line(self._data, start, start + self._sizes[line], line, lead)
                first = line + 1
            elif line % PAUSE == 0:
                yield None
        yield from line_groups(self.full_text, range(first, self.count()), first)

    def long_value(self, line: int) -> LongValue | None:
        """The text of which the line shows the start, as sent; None when it shows all there is."""
        if line >= len(self._depths) or len(self.text(line)) <= HEAD:
            return None
        start, size = self._starts[line], self._sizes[line]
        if size <= 4 * LONG and len(self.full_text(line)) <= LONG:
            return None
        name = _START.match(self._data, start, start + HEAD)
        told = name[1].decode("utf-8", "replace") if name else ""
        return LongValue(told, self._data, start, start + size)

    def opens(self, line: int) -> bool:
        """Whether an element with lines of its own begins at the line."""
        return self._folds.opens(line)

    def fold_at(self, line: int) -> Fold | None:
        """The element that begins at the line, else the innermost one that the line is in."""
        return self._folds.fold_at(line) if line < len(self._depths) else None

    def folds(self, level: int) -> Iterator[Fold | None]:
        """The elements that are within `level` others, in order; None is a pause."""
        return self._folds.folds(level)

    def read(self) -> Steps["PrettyXml"]:
        """Lay out the whole body. It never raises."""
        total = len(self._data)
        at = len(UTF8_BOM) if self._data[:3] == UTF8_BOM else 0
        try:
            while at < total:
                at = self._tags(at)
                if at < total:
                    at = yield from _told(self._other(at), at, total)
                yield Progress(at, total)
            if self._open:
                self._folds.end_all(len(self._depths) - 1)
                name = self._open[-1].decode("utf-8", "replace")
                self.flaw = Flaw(f"The XML ends before “{name}” is closed", total)
        except FlawError as error:
            self.flaw = error.flaw
            self._folds.end_all(len(self._depths) - 1)
            self._rest = TextLines(self._data, error.flaw.at)
            yield from self._rest.read()
        return self

    def _tags(self, at: int) -> int:
        """Lay out tags for a while. Returns the offset behind the last one."""
        for _ in range(PAUSE):
            tag = _TAG.match(self._data, at, at + WIDEST_TAG)
            if not tag:
                break
            at = self._end_tag(tag) if tag.group("end") else self._start_tag(tag)
        return at

    def _start_tag(self, tag: re.Match[bytes]) -> int:
        start, end = tag.start("start") - 1, tag.end()
        if tag.group("rest").endswith(b"/"):
            end = tag.end("rest") + 1
        self._add(start, end, len(self._open))
        if not tag.group("leaf") and not tag.group("rest").endswith(b"/"):
            self._open.append(tag.group("start"))
            self._folds.begin(len(self._depths) - 1)
        return end

    def _end_tag(self, tag: re.Match[bytes]) -> int:
        start = tag.start("end") - 2
        if not self._open or self._open[-1] != tag.group("end"):
            opened = f"“{self._open[-1].decode('utf-8', 'replace')}”" if self._open else "nothing"
            closed = tag.group("end").decode("utf-8", "replace")
            raise FlawError(f"“{closed}” closes what {opened} opened", start)
        self._open.pop()
        self._add(start, tag.end(), len(self._open))
        self._folds.end(len(self._depths) - 1)
        return tag.end()

    def _other(self, at: int) -> Pauses[int]:
        """Lay out what starts at `at` and is no tag. Returns the offset behind it."""
        if self._data[at : at + 1] != b"<":
            stop = yield from self._text_end(at)
        elif _TAG.match(self._data, at, at + WIDEST_TAG):
            return at  # tags for a while are over: not another word
        else:
            stop = yield from self._marked(at)
        yield from self._add_lines(at, stop)
        return stop

    def _text_end(self, at: int) -> Pauses[int]:
        """The offset of the next tag."""
        while at < len(self._data):
            found = self._data.find(b"<", at, at + WIDEST_TAG)
            if found >= 0:
                return found
            at += WIDEST_TAG
            yield
        return len(self._data)

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
