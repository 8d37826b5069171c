"""HTML source as running text: a pasted mail may be one. What is no HTML stays as it is."""

import re
from collections.abc import Iterator
from html import unescape

LONGEST_TAG = 2_000  # characters
_NAMES = (
    r"(?:a|abbr|address|article|b|blockquote|body|br|center|code|dd|div|dl|dt|em|font|h[1-6]|head|"
    r"hr|html|i|img|li|link|main|meta|o:p|ol|p|pre|s|section|small|span|strong|style|sub|sup|table|"
    r"tbody|td|tfoot|th|thead|title|tr|tt|u|ul)"
)
_REST = rf"(?:[\s/][^<>]{{0,{LONGEST_TAG}}})?>"
_IS_HTML = re.compile(rf"</{_NAMES}\s*>|<br\s*/?>|<!doctype html", re.IGNORECASE)
_CELL = re.compile(rf"</t[dh]\s*>\s*(?=<t[dh]{_REST})", re.IGNORECASE)
_BREAK = re.compile(
    rf"</?(?:address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)"
    rf"{_REST}",
    re.IGNORECASE,
)
_LINK = re.compile(
    rf"<a\s[^<>]{{0,{LONGEST_TAG}}}?href\s?=\s?[\"']?(https?://[^\s\"'<>]{{1,{LONGEST_TAG}}})",
    re.IGNORECASE,
)
_TAG = re.compile(
    rf"</?{_NAMES}{_REST}|<!--[^<>]{{0,{LONGEST_TAG}}}-->|<!doctype[^<>]*>", re.IGNORECASE
)


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its number; a line of HTML gives one for each paragraph that stands in it.

    The addresses of links are kept, on a line of their own; the cells of a row are parted by `|`.
    """
    is_html = _IS_HTML.search(text) is not None
    for number, line in enumerate(text.split("\n"), 1):
        if not is_html:
            yield number, line
            continue
        for paragraph in _without_tags(line).split("\n"):
            yield number, unescape(paragraph)


def _without_tags(line: str) -> str:
    links = [match.group(1) for match in _LINK.finditer(line)]
    parted = _BREAK.sub("\n", _CELL.sub(" | ", line))
    return "\n".join([_TAG.sub("", parted), *links])
