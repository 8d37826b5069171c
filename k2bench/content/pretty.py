"""Lays out a body so that people can read it, whatever it is written in."""

from typing import Protocol, runtime_checkable

from k2bench.content.body_format import BodyFormat
from k2bench.content.data import Data, Steps
from k2bench.content.json_scan import Flaw
from k2bench.content.passages import Passages
from k2bench.content.pretty_form import PrettyForm
from k2bench.content.pretty_json import PrettyJson
from k2bench.content.pretty_xml import PrettyXml
from k2bench.content.text_lines import TextLines


class Readable(Protocol):
    """Lines (see `lines.Lines`) that `read()` makes ready, in steps."""

    def count(self) -> int:
        """How many lines there are so far."""

    def text(self, line: int) -> str:
        """One line."""

    def width(self) -> int:
        """Characters of the longest line seen."""

    def read(self) -> Steps["Readable"]:
        """Index the whole text."""


@runtime_checkable
class Searchable(Readable, Protocol):
    """Lines of their own making: they give themselves to be searched."""

    def passages(self) -> Passages:
        """The whole text, with what `text` cuts off."""


def pretty(data: Data, written_in: BodyFormat) -> Readable:
    """The layout of a UTF-8 body, still to be read. HTML stays as it was sent: it is text here."""
    if written_in is BodyFormat.JSON:
        return PrettyJson(data)
    if written_in is BodyFormat.XML:
        return PrettyXml(data)
    if written_in is BodyFormat.FORM:
        return PrettyForm(data)
    return TextLines(data)


def flaw_of(lines: Readable) -> Flaw | None:
    """Why a layout ends early, or None."""
    return lines.flaw if isinstance(lines, PrettyJson | PrettyXml) else None
