"""One value of a body that is too long for a line, whole, as the text that it stands for."""

import mmap
import re
from dataclasses import dataclass
from enum import Enum

from k2bench.content.data import Data, Progress, Steps
from k2bench.content.text_lines import TextLines

PAUSE = 4096  # parts between two pauses
_HALF = rb"\\u[dD]%s[0-9a-fA-F]{2}"
_JSON = re.compile(
    rb"[^\\]{1,65536}|(?:" + _HALF % b"[89abAB]" + _HALF % b"[c-fC-F]" + rb")"
    rb"|\\u[0-9a-fA-F]{4}|\\.|\\",
    re.DOTALL,
)
_FORM = re.compile(rb"[^%+]{1,65536}|\+|%[0-9a-fA-F]{2}|%")
_MARKS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Spelling(Enum):
    """How a value is written: between the quotes of JSON, in a form, or as it is."""

    JSON = "JSON"
    FORM = "form"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class LongValue:
    """A value and where it stands.

    Attributes:
        name: its key or tag; may be empty.
        data: what it stands in, from `start` to `end`.
    """

    name: str
    data: Data
    start: int
    end: int
    spelling: Spelling = Spelling.SENT

    @property
    def size(self) -> int:
        """Bytes as they were sent."""
        return self.end - self.start

    def read(self) -> Steps[TextLines]:
        """Its text. It never raises: what cannot be read stays as it was sent."""
        lines = TextLines(self.data, self.start, self.end)
        if self.spelling is not Spelling.SENT:
            text = mmap.mmap(-1, max(1, self.size))  # nothing is longer than its escape
            yield from self._write(text)
            lines = TextLines(text, 0, text.tell())
        return (yield from lines.read())

    def _write(self, text: mmap.mmap) -> Steps[None]:
        is_json = self.spelling is Spelling.JSON
        parts, meaning = (_JSON, _from_json) if is_json else (_FORM, _from_form)
        for number, part in enumerate(parts.finditer(self.data, self.start, self.end), 1):
            text.write(meaning(part[0]))
            if number % PAUSE == 0 or len(part[0]) == 65536:
                yield Progress(part.end() - self.start, self.size)


def _from_json(part: bytes) -> bytes:
    """What stands for an escape, or a run without one."""
    if part[:1] != b"\\" or len(part) == 1:
        return part
    if part[1:2] != b"u":
        return _MARKS.get(part[1:], part[1:])
    if len(part) == 2:  # not followed by four digits
        return part
    units = [int(part[at : at + 4], 16) for at in range(2, len(part), 6)]
    raw = b"".join(unit.to_bytes(2, "big") for unit in units)
    return raw.decode("utf-16-be", "replace").encode()


def _from_form(part: bytes) -> bytes:
    if part == b"+":
        return b" "
    return bytes.fromhex(part[1:].decode()) if part[:1] == b"%" and len(part) == 3 else part
