"""Lays out a body so that people can read it, whatever it is written in."""

from typing import Protocol, runtime_checkable

from k2bench.content.body_format import BodyFormat
from k2bench.content.data import Data, Steps
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


def remark_on(lines: Readable) -> str:
    """What is wrong with a body that was laid out, in a sentence or two; or nothing."""
    if isinstance(lines, PrettyJson | PrettyXml) and lines.flaw:
        rest = (
            "What follows is shown as it was sent" if lines.has_rest else "It is laid out to there"
        )
        return f"{lines.flaw}. {rest}."
    if isinstance(lines, PrettyJson) and lines.odd:
        return f"{lines.odd}. It is laid out, but other programs may refuse it."
    if isinstance(lines, PrettyJson) and lines.doubled is not None:
        key = " ".join(lines.doubled.split())[:60]
        return f"The key “{key}” stands twice in one object. A table shows the last of its values."
    return ""
