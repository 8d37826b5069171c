"""Random sentences of an ABNF rule, and texts that are nearly sentences. For tests only."""

import random
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from tests.apis.odata.grammar.abnf_file import Alt, Chars, Literal, Name, Node, Seq, Times

_BEYOND = {"letter": "éßЖ中ⅷ", "word": "é٣\u0301‿", "visible": "é€→", "any": "é€ \u00a0"}
_NOISE = " '\"(),/:;=@$*#%&+-.[]{}\\\tx0aeé’"
_KEEP_SHORT = {"odataidentifier": 7}  # most names are short; the limit of 128 has its own tests


class _TooLongError(Exception):
    """The sentence has become too long to be of use."""


class Sentences:
    """Makes sentences of the rules, with `source` as the only randomness."""

    def __init__(self, rules: dict[str, Node], source: random.Random) -> None:
        self._rules, self._random = rules, source
        self._room = 0
        self._depths: dict[str, int] = {}
        self._measure()
        self._depth_of = cache(self._depth)

    def sentence(self, rule: str, budgets: Sequence[int], longest: int = 120) -> str:
        """A sentence of a rule of at most so many characters; larger `budgets` give deeper ones."""
        while True:
            self._room = longest
            with suppress(_TooLongError):
                return self._write(self._rules[rule], self._random.choice(budgets))

    def mutation(self, sentence: str, other: str) -> str:
        """A sentence with one or two small faults, or spliced with another one."""
        for _ in range(self._random.choice((1, 1, 2))):
            sentence = self._mutate(sentence, other)
        return sentence

    def _measure(self) -> None:
        self._depths = dict.fromkeys(self._rules, 10**6)
        for _ in range(40):
            for name, node in self._rules.items():
                self._depths[name] = min(self._depths[name], 1 + self._depth(node))

    def _depth(self, node: Node) -> int:
        match node:
            case Name(name):
                return self._depths[name]
            case Seq(items):
                return max(map(self._depth, items), default=0)
            case Alt(items):
                return min(map(self._depth, items))
            case Times(item, least, _):
                return self._depth(item) if least else 0
            case _:
                return 0

    def _write(self, node: Node, budget: int) -> str:
        match node:
            case Chars(chars, beyond):
                return self._kept(self._character(chars, beyond))
            case Literal(text, exact):
                as_it_is = exact or self._random.random() < 0.8
                return self._kept(text if as_it_is else text.swapcase())
            case Name(name):
                return self._named(name, budget - 1)
            case Seq(items):
                return "".join(self._write(item, budget) for item in items)
            case Alt(items):
                return self._write(self._choose(items, budget), budget)
            case Times(item, least, most):
                return self._repeated(item, least, most, budget)

    def _kept(self, text: str) -> str:
        self._room -= len(text)
        if self._room < 0:
            raise _TooLongError
        return text

    def _named(self, name: str, budget: int) -> str:
        limit = _KEEP_SHORT.get(name)
        node = self._rules[name]
        if limit and isinstance(node, Seq):
            count = self._random.randint(0, limit)
            return "".join(
                self._write(self._bare(item), budget)
                for item in (node.items[0], *[node.items[1]] * count)
            )
        return self._write(node, budget)

    @staticmethod
    def _bare(node: Node) -> Node:
        return node.item if isinstance(node, Times) else node

    def _choose(self, items: tuple[Node, ...], budget: int) -> Node:
        fitting = [item for item in items if self._depth_of(item) <= budget]
        if fitting:
            return self._random.choice(fitting)
        least = min(map(self._depth_of, items))
        return self._random.choice([item for item in items if self._depth_of(item) == least])

    def _repeated(self, item: Node, least: int, most: int | None, budget: int) -> str:
        room = 2 if most is None else most - least
        extra = self._random.randint(0, min(room, 2)) if self._depth_of(item) <= budget else 0
        return "".join(self._write(item, budget) for _ in range(least + extra))

    def _character(self, chars: frozenset[str], beyond: str) -> str:
        if not chars or (beyond and self._random.random() < 0.03):
            return self._random.choice(_BEYOND[beyond])
        likely = [c for c in chars if c.isalnum()] if self._random.random() < 0.8 else []
        return self._random.choice(sorted(likely or chars))

    def _mutate(self, text: str, other: str) -> str:
        at = self._random.randint(0, len(text))
        to = min(len(text), at + self._random.randint(1, 3))
        match self._random.randrange(7):
            case 0:
                return text[:at] + text[to:]
            case 1:
                return text[:at] + self._random.choice(_NOISE) + text[at:]
            case 2:
                return text[:at] + self._random.choice(_NOISE) + text[to:]
            case 3:
                return text[:to] + text[at:]
            case 4:
                return text[:at]
            case 5:
                return text[:at] + other[self._random.randint(0, len(other)) :]
            case _:
                return text[:at] + text[at:to][::-1] + text[to:]
