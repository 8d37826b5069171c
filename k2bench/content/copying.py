"""The text of selected cells for the clipboard, row by row, with an end where it gets too long."""

from collections.abc import Sequence
from dataclasses import dataclass

from k2bench.content.cell import row_values
from k2bench.content.columns import VALUE
from k2bench.content.copy_format import CopyFormat, writer
from k2bench.content.data import Progress, Steps
from k2bench.content.rows import Rows

STEP = 1 << 16  # characters, or bytes of rows, between two pauses
MOST_TEXT = 32_000_000  # characters; the clipboard holds them twice


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of which the same columns are selected.

    Attributes:
        rows: their numbers in the body, in the order shown.
        names: the columns selected.
    """

    rows: Sequence[int]
    names: frozenset[str]


def copied(
    rows: Rows,
    names: Sequence[str],
    bands: Sequence[Band],
    form: CopyFormat,
    most: int = MOST_TEXT,
) -> Steps[str | None]:
    """The cells in that format.

    Args:
        rows: the rows of the table.
        names: every column of which something is selected, in the order shown.
        bands: what is selected, from the top.
        form: how it is written.
        most: characters.

    Returns:
        None when it is more than `most` characters.
    """
    made = writer(form)
    parts = [made.head(names)]
    total, done, size, paused = sum(len(band.rows) for band in bands), 0, 0, 0
    for band in bands:
        for row in band.rows:
            raw = rows.row(row)
            values = row_values(raw)
            values = {VALUE: raw} if values is None else values
            wanted = {name: text for name, text in values.items() if name in band.names}
            text = (made.between if done else "") + made.row(names, wanted)
            parts.append(text)
            done += 1
            size += len(text)
            paused += len(text) + len(raw)
            if size > most:
                return None
            if paused > STEP:
                paused = 0
                yield Progress(done, total)
    parts.append(made.tail)
    yield Progress(total, total)
    return "".join(parts)
