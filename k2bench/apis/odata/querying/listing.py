"""A list in a text, such as `a asc, b desc`: its items, and the gaps between them as they stand.

Separators inside quotes and brackets do not count. It does not know what an item is.
"""

import re
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

_SIGN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"|[()\[\]{},;'\"]", re.DOTALL)
_OPEN = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Listing:
    """Items without the blanks around them, and what stands between, before and behind them."""

    items: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    before: str = ""
    behind: str = ""
    separator: str = ","

    @property
    def text(self) -> str:
        """The list as it stands in the text."""
        pieces = zip_longest(self.items, self.gaps, fillvalue="")
        return "".join((self.before, *chain.from_iterable(pieces), self.behind))

    def put(self, at: int, item: str) -> "Listing":
        """With another item at a place."""
        return replace(self, items=(*self.items[:at], item, *self.items[at + 1 :]))

    def added(self, item: str) -> "Listing":
        """With an item more at the end."""
        gaps = (*self.gaps, self.separator) if self.items else ()
        return replace(self, items=(*self.items, item), gaps=gaps)

    def removed(self, at: int) -> "Listing":
        """Without an item and the gap before it; the first one goes with the gap behind it."""
        cut = max(at - 1, 0)
        return replace(
            self,
            items=(*self.items[:at], *self.items[at + 1 :]),
            gaps=(*self.gaps[:cut], *self.gaps[cut + 1 :]),
        )

    def moved(self, at: int, to: int) -> "Listing":
        """With an item at another place; the gaps stay where they are."""
        rest = [*self.items[:at], *self.items[at + 1 :]]
        rest.insert(to, self.items[at])
        return replace(self, items=tuple(rest))


EMPTY = Listing()


def read_listing(text: str, separator: str = ",") -> Listing | None:
    """The list that a text is; None if a quote or a bracket has no partner, or an item is blank.

    A text of blanks only is a list of nothing.
    """
    if not text.strip():
        return Listing(before=text, separator=separator)
    cuts = _cuts(text, separator)
    if cuts is None:
        return None
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    items = tuple(piece.strip() for piece in pieces)
    if not all(items):
        return None
    left = [piece[: len(piece) - len(piece.lstrip())] for piece in pieces]
    right = [piece[len(piece.rstrip()) :] for piece in pieces]
    gaps = tuple(
        behind + separator + before for behind, before in zip(right, left[1:], strict=False)
    )
    return Listing(items, gaps, left[0], right[-1], separator)


def closing(text: str, at: int) -> int | None:
    """Where the bracket that opens at `at` closes; None when it does not."""
    open_brackets: list[str] = []
    for found in _SIGN.finditer(text, at):
        sign = found[0]
        if not _follow(open_brackets, sign):
            return None
        if not open_brackets:
            return found.start()
    return None


def _cuts(text: str, separator: str) -> list[int] | None:
    open_brackets: list[str] = []
    cuts = []
    for found in _SIGN.finditer(text):
        if found[0] == separator and not open_brackets:
            cuts.append(found.start())
        elif not _follow(open_brackets, found[0]):
            return None
    return None if open_brackets else cuts


def _follow(open_brackets: list[str], sign: str) -> bool:
    """Whether a sign can stand where those brackets are open; opens and closes them."""
    if sign in _OPEN:
        open_brackets.append(_OPEN[sign])
    elif sign in (")", "]", "}"):
        return bool(open_brackets) and open_brackets.pop() == sign
    return sign not in ("'", '"')
