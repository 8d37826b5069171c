"""What someone looks for, and how far the search for it is. It runs nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed, and how it is meant: as it is, or as a regular expression."""

    text: str
    match_case: bool = False
    regular: bool = False
    whole_word: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """How far a search is. `more`: there are more hits than are kept."""

    hits: int
    done: int
    total: int
    more: bool = False
