"""Names and values as lines of text, to be edited or pasted in bulk.

One pair a line, `name: value`; a line that starts with `//` is not sent. Postman's bulk edit is
read as it is.
"""

from k2bench.core.request import Pair

_OFF = "//"


def pairs_to_text(pairs: tuple[Pair, ...]) -> str:
    """One line for each pair; a line break within one becomes a blank."""
    return "\n".join(_line(pair) for pair in pairs)


def text_to_pairs(text: str) -> tuple[Pair, ...]:
    """A pair for each line that is not blank; all of it is the name where there is no colon."""
    return tuple(_pair(line.strip()) for line in text.splitlines() if line.strip())


def _line(pair: Pair) -> str:
    name, value = (" ".join(part.splitlines()) for part in (pair.name, pair.value))
    return f"{'' if pair.enabled else _OFF}{name}: {value}".rstrip()


def _pair(line: str) -> Pair:
    enabled = not line.startswith(_OFF)
    name, _, value = line.removeprefix(_OFF).partition(":")
    return Pair(name.strip(), value.strip(), enabled)
