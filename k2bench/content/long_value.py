"""One value of a body that is too long for a line, whole, as the text that it stands for."""

import mmap
import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote_to_bytes

import msgspec

from k2bench.content.data import Data, Progress, Steps
from k2bench.content.text_lines import TextLines

CHUNK = 1 << 16  # bytes read in one step
_HALF = rb"\\u[dD]%s[0-9a-fA-F]{2}"
_PAIR = rb"(?:" + _HALF % b"[89abAB]" + _HALF % b"[c-fC-F]" + rb")"
_TOKEN = re.compile(rb"[^\\]++|" + _PAIR + rb"|\\u[0-9a-fA-F]{4}|\\.|\\", re.DOTALL)
_WHOLE = re.compile(  # tokens that do not go on behind the end
    rb"(?:[^\\]++|" + _PAIR + rb"|\\(?:u(?![dD][89abAB])[0-9a-fA-F]{4}|[^u]))*+", re.DOTALL
)
_string = msgspec.json.Decoder(str).decode
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
        at = self.start
        is_json = self.spelling is Spelling.JSON
        while at < self.end:
            stop = min(at + CHUNK, self.end)
            if stop < self.end:
                stop = (_json_cut if is_json else _form_cut)(self.data, at, stop)
            chunk = self.data[at:stop]
            text.write(
                _from_json(chunk) if is_json else unquote_to_bytes(chunk.replace(b"+", b" "))
            )
            at = stop
            yield Progress(at - self.start, self.size)


def _json_cut(data: Data, at: int, stop: int) -> int:
    """Where to cut so that no escape is cut in two, nor a pair of them."""
    whole = _WHOLE.match(data, at, stop)
    return whole.end() if whole and whole.end() > stop - 16 else stop


def _form_cut(data: Data, at: int, stop: int) -> int:
    escape = data.rfind(b"%", stop - 2, stop)
    return escape if escape > at else stop


def _from_json(text: bytes) -> bytes:
    """What a part of a string stands for."""
    try:
        return _string(b'"' + text + b'"').encode()
    except (msgspec.DecodeError, UnicodeDecodeError, UnicodeEncodeError):
        return b"".join(map(_meaning, _TOKEN.findall(text)))


def _meaning(part: bytes) -> bytes:
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
