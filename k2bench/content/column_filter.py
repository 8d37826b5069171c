"""What is asked of the values of one column: to hold a text, or to be one value, or not to."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from k2bench.content.cell import CellKind, cell_of
from k2bench.content.json_text import loose_value, string_text
from k2bench.content.text_match import TextMatch

_SHOWN = 40  # characters of a value in words


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """Rows are shown whose value in `column` fits.

    Attributes:
        text: what the value must hold, in any case of its letters; used when `value` is None.
        value: the JSON text that it must be equal to; `b""`: the row must not have the key.
        excluded: shown are the rows that do not fit instead.
    """

    column: str
    text: str = ""
    value: bytes | None = None
    excluded: bool = False

    @property
    def is_on(self) -> bool:
        """Whether it leaves rows out at all."""
        return bool(self.text) or self.value is not None

    def words(self) -> str:
        """`contains “x”`, `is not null`: to stand behind the column's name."""
        if self.value is None:
            verb, said = ("does not contain" if self.excluded else "contains"), f"“{self.text}”"
        else:
            verb, said = ("is not" if self.excluded else "is"), _said(self.value)
        return f"{verb} {said}"

    def fits(self, raw: bytes | None) -> bool:
        """Whether a row with that JSON text (None: no such key) is to be shown."""
        if self.value is None:
            return _holds(raw, self.text.casefold()) is not self.excluded
        return _is_same(raw or b"", self.value) is not self.excluded


def _said(raw: bytes) -> str:
    if not raw:
        return "missing"
    cell = cell_of(raw)
    if cell.is_nested:
        return raw[: _SHOWN * 4].decode("utf-8", "replace")[:_SHOWN] + "…" * (len(raw) > _SHOWN)
    text = cell.text[:_SHOWN] + "…" * (len(cell.text) > _SHOWN)
    return f"“{text}”" if cell.kind is CellKind.STRING else text


def _holds(raw: bytes | None, folded: str) -> bool:
    if raw is None:
        return False
    if b"\\" not in raw and raw[:1] not in b"{[":
        return folded in raw.strip(b'"').decode("utf-8", "replace").casefold()
    if raw[:1] in b"{[":
        return TextMatch(folded, ()).in_values(raw)
    return folded in cell_of(raw).text.casefold()


def _is_same(raw: bytes, wanted: bytes) -> bool:
    if raw == wanted:
        return True
    first = wanted[:1]
    if not raw or not wanted or (raw[:1] == b'"') is not (first == b'"'):
        return False
    if first == b'"':
        return (b"\\" in raw or b"\\" in wanted) and string_text(raw) == string_text(wanted)
    if first in (b"{", b"["):
        return raw[:1] == first and bool(loose_value(raw) == loose_value(wanted))
    try:
        return Decimal(raw.decode()) == Decimal(wanted.decode())
    except (InvalidOperation, UnicodeDecodeError):
        return False
