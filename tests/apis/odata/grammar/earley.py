"""An Earley recogniser for rules of an ABNF file: slow, plain and complete. For tests only.

It says whether a text is a sentence and how long its longest beginning is that begins a sentence,
with nothing of k2bench's own machinery.
"""

import unicodedata
from dataclasses import dataclass, field
from functools import cache

from tests.apis.odata.grammar.abnf_file import Node
from tests.apis.odata.grammar.productions import Production, Productions

_LETTERS = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"}
_WORDS = _LETTERS | {"Nd", "Mn", "Mc", "Pc", "Cf"}

Item = tuple[int, int]  # a place in a production, and where in the text the production began


@cache
def names_of(character: str) -> tuple[str, ...]:
    """The names under which a terminal may list a character."""
    if character.isascii():
        return (character,)
    category = unicodedata.category(character)
    names = ["<any>"]
    if category in _LETTERS:
        names.append("<letter>")
    if category in _WORDS:
        names.append("<word>")
    if category in _WORDS or category[0] not in "ZC":
        names.append("<visible>")
    return tuple(names)


@dataclass
class Verdict:
    """`reached`: length of the longest beginning that begins a sentence.

    `inside`: the literals that the text has broken off in, if it can only be in a literal.
    """

    accepted: bool
    reached: int
    inside: frozenset[str] = field(default=frozenset())


class Earley:
    """Recognises sentences of `start`."""

    def __init__(self, rules: dict[str, Node], start: str) -> None:
        productions = Productions(rules, start)
        self.start, self.literals = productions.start, productions.literals
        self._productions = productions.by_name
        self._nullable: set[str] = set()
        self._first: dict[str, frozenset[str]] = {name: frozenset() for name in self._productions}
        while self._learn_firsts():
            pass
        self._number_places()

    def _learn_firsts(self) -> bool:
        before = len(self._nullable), sum(map(len, self._first.values()))
        for name, productions in self._productions.items():
            for production in productions:
                symbols, empty = self._first_of(production)
                self._first[name] |= symbols
                if empty:
                    self._nullable.add(name)
        return before != (len(self._nullable), sum(map(len, self._first.values())))

    def _first_of(self, production: Production) -> tuple[frozenset[str], bool]:
        found: frozenset[str] = frozenset()
        for symbol in production:
            if not isinstance(symbol, str):
                assert isinstance(symbol, frozenset)
                return found | symbol, False
            found |= self._first[symbol]
            if symbol not in self._nullable:
                return found, False
        return found, True

    def _number_places(self) -> None:
        """Numbers the places in all productions: the symbol after each, and what it belongs to."""
        self.after: list[object] = []
        self.owner: list[str] = []
        self.begins: dict[str, list[tuple[int, frozenset[str], bool]]] = {}
        for name, productions in self._productions.items():
            self.begins[name] = []
            for production in productions:
                self.begins[name].append((len(self.after), *self._first_of(production)))
                for symbol in (*production, None):
                    self.after.append(symbol)
                    self.owner.append(name)

    def recognise(self, text: str) -> Verdict:
        """Runs a text."""
        sets: list[_ItemSet] = []
        kernel: set[Item] = {(place, 0) for place, _, _ in self.begins[self.start]}
        for position in range(len(text) + 1):
            ahead = names_of(text[position]) if position < len(text) else ()
            items = _ItemSet(self, kernel, ahead, sets)
            if position == len(text):
                return Verdict(items.complete, position)
            following = {(place + 1, origin) for place, origin in items.scans}
            if not following:
                return Verdict(False, position, self._inside(kernel))
            kernel = following
        raise AssertionError

    def _inside(self, kernel: set[Item]) -> frozenset[str]:
        if all(self.owner[p] in self.literals and self.after[p] is not None for p, _ in kernel):
            return frozenset(self.literals[self.owner[p]] for p, _ in kernel)
        return frozenset()

    def may_begin(self, name: str, ahead: tuple[str, ...]) -> list[int]:
        """The productions of a rule that may go on with what is ahead."""
        return [
            place
            for place, first, empty in self.begins[name]
            if empty or not ahead or any(a in first for a in ahead)
        ]

    def is_nullable(self, name: str) -> bool:
        return name in self._nullable


class _ItemSet:
    """All items at one position; `scans` are those that read what is ahead."""

    def __init__(
        self, grammar: Earley, kernel: set[Item], ahead: tuple[str, ...], sets: list["_ItemSet"]
    ) -> None:
        self._grammar, self._ahead, self._sets = grammar, ahead, sets
        self._position = len(sets)
        sets.append(self)
        self.waiting: dict[str, list[Item]] = {}
        self.scans: list[Item] = []
        self.complete = False
        self._known = set(kernel)
        self._todo = list(kernel)
        while self._todo:
            self._take(*self._todo.pop())

    def _add(self, place: int, origin: int) -> None:
        if (place, origin) not in self._known:
            self._known.add((place, origin))
            self._todo.append((place, origin))

    def _take(self, place: int, origin: int) -> None:
        symbol = self._grammar.after[place]
        if symbol is None:
            self._completed(self._grammar.owner[place], origin)
        elif isinstance(symbol, str):
            self._predicted(symbol, place, origin)
        else:
            assert isinstance(symbol, frozenset)
            if any(name in symbol for name in self._ahead):
                self.scans.append((place, origin))

    def _completed(self, name: str, origin: int) -> None:
        self.complete = self.complete or (name == self._grammar.start and origin == 0)
        if origin != self._position:  # rules that read nothing are passed over when predicted
            for place, since in self._sets[origin].waiting.get(name, ()):
                self._add(place + 1, since)

    def _predicted(self, name: str, place: int, origin: int) -> None:
        if name not in self.waiting:
            self.waiting[name] = []
            for begin in self._grammar.may_begin(name, self._ahead):
                self._add(begin, self._position)
        self.waiting[name].append((place, origin))
        if self._grammar.is_nullable(name):
            self._add(place + 1, origin)
