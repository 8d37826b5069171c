"""An SVG drawing without anything that leads out of it, and not larger than can be drawn soon.

A drawing library may open files that a drawing names, on Windows on another computer too, and
draws for minutes what refers to itself often enough. So the drawing is written anew: no
processing instructions, no document type, no scripts, references only within the drawing.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from k2bench.content.data import Data, Progress, Steps

LARGEST = 8_000_000  # bytes
MOST = 3_000  # elements drawn; one that is used ten times counts ten times
DEEPEST = 200
CHUNK = 1 << 15
_DROPPED = {"script", "foreignobject", "iframe", "audio", "video", "filter"}
_OUTSIDE = re.compile(r"@import|url\(\s*+[\"']?+(?!#)", re.IGNORECASE)
_BAD = "The drawing is not well-formed XML"


class SvgError(Exception):
    """The drawing is not shown; the message is a sentence that says why."""


@dataclass(slots=True)
class _Element:
    below: list["_Element"] = field(default_factory=list)
    uses: str = ""


def cleaned(data: Data) -> Steps[bytes]:
    """The drawing, safe to be drawn.

    Args:
        data: SVG in UTF-8.

    Raises:
        SvgError: it is not well-formed, or too much to be drawn.
    """
    if len(data) > LARGEST:
        raise SvgError(f"The drawing is larger than {LARGEST // 1_000_000} MB")
    cleaning = _Cleaning()
    try:
        for start in range(0, len(data), CHUNK):
            cleaning.parser.Parse(data[start : start + CHUNK], False)
            yield Progress(start, len(data))
        cleaning.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise SvgError(f"{_BAD} (line {error.lineno})") from None
    cleaning.check_size()
    return "".join(cleaning.parts).encode("utf-8", "replace")


class _Cleaning:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self._root = _Element()
        self._open = [self._root]
        self._named: dict[str, _Element] = {}
        self._dropping = 0
        self._count = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse_entities

    def check_size(self) -> None:
        """Refuse what is drawn too often because elements use one another."""
        known: dict[int, int] = {}
        if self._cost(self._root, known, ()) > MOST:
            raise SvgError(f"The drawing has more than {MOST:,} elements")

    def _cost(self, element: _Element, known: dict[int, int], above: tuple[int, ...]) -> int:
        key = id(element)
        if key in above:
            raise SvgError("The drawing uses a part of itself within that part")
        if key not in known:
            if len(above) > DEEPEST:
                raise SvgError("The drawing is nested too deeply")
            inner = (*above, key)
            cost = 1 + sum(self._cost(each, known, inner) for each in element.below)
            used = self._named.get(element.uses)
            if used is not None:
                cost += self._cost(used, known, inner)
            known[key] = cost
        return known[key]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kept = {key: value for key, value in attributes.items() if _is_harmless(key, value)}
        if self._dropping or _is_dropped(name, kept):
            self._dropping += 1
            return
        element = _Element()
        self._count += 1
        if self._count > MOST:
            raise SvgError(f"The drawing has more than {MOST:,} elements")
        if len(self._open) > DEEPEST:
            raise SvgError("The drawing is nested too deeply")
        element.uses = next((v[1:] for k, v in kept.items() if _is_link(k) and v[:1] == "#"), "")
        if kept.get("id"):
            self._named.setdefault(kept["id"], element)
        self._open[-1].below.append(element)
        self._open.append(element)
        written = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self.parts.append(f"<{name}{written}>")

    def _end(self, name: str) -> None:
        if self._dropping:
            self._dropping -= 1
        else:
            self._open.pop()
            self.parts.append(f"</{name}>")

    def _text(self, text: str) -> None:
        if not self._dropping:
            self.parts.append(escape(_OUTSIDE.sub("none(", text)))

    def _refuse_entities(self, *_: object) -> None:
        raise SvgError("The drawing declares entities, which are never expanded")


def _is_dropped(name: str, kept: dict[str, str]) -> bool:
    kind = name.rpartition(":")[2].lower()
    return kind in _DROPPED or (kind == "image" and not any(map(_is_link, kept)))


def _is_link(key: str) -> bool:
    return key.rpartition(":")[2].lower() in ("href", "src")


def _is_harmless(key: str, value: str) -> bool:
    if key.lower().startswith("on"):
        return False
    if _is_link(key):
        return value.startswith("#") or value.lower().startswith("data:image/")
    return key.startswith("xmlns") or not _OUTSIDE.search(value)
