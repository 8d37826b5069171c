"""The roles of the parts of one line, for colours. It looks at single lines, the visible ones.

A line may be cut out of the middle of something, so nothing here needs what stands before it.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from k2bench.content.body_format import BodyFormat

Span: TypeAlias = tuple[int, int, str]
"""Start and length in characters, and a role: key, string, number, keyword, null, punctuation,
tag, attribute, comment, error."""

Highlighter: TypeAlias = Callable[[str], list[Span]]

_JSON = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*+"(?=\s*:))|(?P<string>"(?:[^"\\]|\\.)*+"?)'
    r"|(?P<number>-?\d[\d.eE+-]*+)|(?P<keyword>true|false)|(?P<null>null)"
    r"|(?P<punctuation>[\[\]{},:]+)|(?P<error>-?NaN|-?Infinity|nan|undefined|None|True|False)"
)
_TAG = re.compile(
    r"(?P<comment><!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$)|<![^>]*>?|<\?.*?(?:\?>|$))"
    r"|(?P<punctuation></?)(?P<tag>[\w:.-]+)|(?P<attribute>[\w:.-]+)(?=\s*=\s*[\"'])"
    r"|(?P<string>(?<==)\"[^\"]*\"?|(?<==)'[^']*'?|(?<==\s)\"[^\"]*\"?)|(?P<end>/?>)"
    r"|(?P<number>&#?\w{1,31};)"
)
_FORM = re.compile(r"^(?P<key>[^=]*)(?P<punctuation>=)?(?P<string>.*)$", re.DOTALL)


def json_spans(line: str) -> list[Span]:
    """The tokens of one line of JSON."""
    return [
        (found.start(), found.end() - found.start(), found.lastgroup or "")
        for found in _JSON.finditer(line)
    ]


def xml_spans(line: str) -> list[Span]:
    """The tags, attributes, strings, comments and entities of one line of XML or HTML."""
    return list(_spans(_TAG, line))


def form_spans(line: str) -> list[Span]:
    """The name and the value of a pair."""
    return list(_spans(_FORM, line))


def highlighter(written_in: BodyFormat) -> Highlighter | None:
    """The one for a language; None for plain text."""
    return {
        BodyFormat.JSON: json_spans,
        BodyFormat.XML: xml_spans,
        BodyFormat.HTML: xml_spans,
        BodyFormat.FORM: form_spans,
    }.get(written_in)


def _spans(pattern: re.Pattern[str], line: str) -> Iterator[Span]:
    for found in pattern.finditer(line):
        for name, text in found.groupdict().items():
            if text:
                role = "punctuation" if name == "end" else name
                yield found.start(name), len(text), role
