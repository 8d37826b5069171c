"""Cells written so that other programs read them back: TSV, CSV, JSON, Markdown.

Sources: RFC 4180 (CSV); RFC 8259 (JSON); GitHub Flavored Markdown, "Tables (extension)".
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

import msgspec

from k2bench.content.cell import plain_text

Values: TypeAlias = Mapping[str, bytes]
_CSV = frozenset(',"\r\n')
_TSV = frozenset('\t"\r\n')
_MARKDOWN = {"\\": "\\\\", "|": "\\|", "<": "&lt;", "\n": "<br>", "\r": ""}
_MARKDOWN_ESCAPES = str.maketrans(_MARKDOWN)
_valid = msgspec.json.Decoder(msgspec.Raw).decode
_REFUSED = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class CopyFormat(Enum):
    """How cells are copied; the value is what people read."""

    TSV = "TSV"
    TSV_TITLED = "TSV with Headers"
    CSV = "CSV"
    JSON = "JSON"
    MARKDOWN = "Markdown"


@dataclass(frozen=True, slots=True)
class Writer:
    """One format.

    Attributes:
        head: what stands before the rows, given the columns' names.
        row: one row, given the names and the JSON text of the values that are wanted of it.
        between: what stands between two rows.
        tail: what stands behind the last one.
    """

    head: Callable[[Sequence[str]], str]
    row: Callable[[Sequence[str], Values], str]
    between: str
    tail: str = ""


def writer(form: CopyFormat) -> Writer:
    """How that format is written."""
    return _WRITERS[form]


def _nothing(_: Sequence[str]) -> str:
    return ""


def _tsv_row(names: Sequence[str], values: Values) -> str:
    return "\t".join(_quoted(plain_text(values.get(name)), _TSV) for name in names)


def _tsv_head(names: Sequence[str]) -> str:
    return "\t".join(_quoted(name, _TSV) for name in names) + "\n"


def _csv_row(names: Sequence[str], values: Values) -> str:
    return _csv([plain_text(values.get(name)) for name in names])


def _csv_head(names: Sequence[str]) -> str:
    return _csv(names) + "\r\n"


def _csv(texts: Sequence[str]) -> str:
    if len(texts) == 1 and not texts[0]:
        return '""'  # a blank line would be no row
    return ",".join(_quoted(text, _CSV) for text in texts)


def _quoted(text: str, special: frozenset[str]) -> str:
    if special.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def _json_row(names: Sequence[str], values: Values) -> str:
    members = (
        f"{json.dumps(name, ensure_ascii=False)}: {_json(values[name])}"
        for name in names
        if name in values
    )
    return "  {" + ", ".join(members) + "}"


def _json(raw: bytes) -> str:
    """A value as sent; as a string where it is not JSON (`NaN`)."""
    try:
        _valid(raw)
        return raw.decode()
    except _REFUSED:
        pass
    if raw[:1] == b'"':
        return json.dumps(plain_text(raw), ensure_ascii=False)
    return json.dumps(raw.decode("utf-8", "replace"), ensure_ascii=False)


def _markdown_row(names: Sequence[str], values: Values) -> str:
    return _markdown(plain_text(values.get(name)) for name in names)


def _markdown_head(names: Sequence[str]) -> str:
    return f"{_markdown(names)}\n|{' --- |' * len(names)}\n"


def _markdown(texts: Iterable[str]) -> str:
    cells = (text.replace("\r\n", "\n").translate(_MARKDOWN_ESCAPES) for text in texts)
    return "| " + " | ".join(cells) + " |"


_WRITERS = {
    CopyFormat.TSV: Writer(_nothing, _tsv_row, "\n"),
    CopyFormat.TSV_TITLED: Writer(_tsv_head, _tsv_row, "\n"),
    CopyFormat.CSV: Writer(_csv_head, _csv_row, "\r\n"),
    CopyFormat.JSON: Writer(lambda _: "[\n", _json_row, ",\n", "\n]"),
    CopyFormat.MARKDOWN: Writer(_markdown_head, _markdown_row, "\n"),
}
