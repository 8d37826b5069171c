"""Reads the notation of `grammar.py` into rules.

The notation is that of ABNF (RFC 5234, with %s"..." of RFC 7405) with three kinds of definition,
`>rule`, `^rule` and `!`. A name in capitals is a class of characters or a rule, whichever exists.
It does not know what the rules mean, and it trusts its one reader: the grammar is ours.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """How a rule is used: spelled out in place, the same and kept in the tree, or called."""

    INLINE = "="
    NODE = ":="
    CALLED = "::="


class Turn(StrEnum):
    """How the use of a called rule goes on: after it, nowhere, or after a closed operand only."""

    PLAIN = ""
    TAIL = ">"
    BACK = "^"


@dataclass(frozen=True, slots=True)
class Text:
    """Literal text; `exact` is %s"...", everything else takes either case."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """The use of a rule, or of a class of characters."""

    name: str
    turn: Turn = Turn.PLAIN


@dataclass(frozen=True, slots=True)
class ClosedEnd:
    """The end of a rule after which `^` comes back."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Element", ...]


@dataclass(frozen=True, slots=True)
class Choice:
    items: tuple["Element", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`item` at least `least` times and at most `most` times; None is without end."""

    item: "Element"
    least: int
    most: int | None


Element: TypeAlias = Text | Use | ClosedEnd | Sequence | Choice | Repeat


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    kind: Kind
    body: Element


_TOKEN = re.compile(
    r"""\s+|;[^\n]*
    |(?P<define>[A-Za-z]\w*\s*(?:::=|:=|=))
    |(?P<text>(?:%s)?"[^"]*")
    |(?P<times>\d*\*\d*|\d+)
    |(?P<use>[>^]?[A-Za-z]\w*)
    |(?P<sign>[\[\]()/!])""",
    re.VERBOSE,
)


def read_rules(grammar: str) -> Mapping[str, Rule]:
    """The rules of a grammar by name."""
    reader = _Reader([(m.lastgroup or "", m[0]) for m in _TOKEN.finditer(grammar) if m.lastgroup])
    rules = {}
    while reader.more():
        rule = reader.rule()
        rules[rule.name] = rule
    return rules


class _Reader:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0

    def more(self) -> bool:
        return self._at < len(self._tokens)

    def rule(self) -> Rule:
        name, _, kind = re.split(r"(\s*)(?=:|=)", self._take()[1], maxsplit=1)
        return Rule(name, Kind(kind), self._choice())

    def _take(self) -> tuple[str, str]:
        self._at += 1
        return self._tokens[self._at - 1]

    def _next_is(self, *texts: str) -> bool:
        return self.more() and self._tokens[self._at][1] in texts

    def _choice(self) -> Element:
        items = [self._sequence()]
        while self._next_is("/"):
            self._take()
            items.append(self._sequence())
        return items[0] if len(items) == 1 else Choice(tuple(items))

    def _sequence(self) -> Element:
        items = []
        while self.more() and not self._next_is("/", ")", "]"):
            if self._tokens[self._at][0] == "define":
                break
            items.append(self._element())
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _element(self) -> Element:
        group, text = self._take()
        if group == "times":
            least, star, most = text.partition("*")
            last = int(most) if most else None if star else int(least)
            return Repeat(self._element(), int(least or 0), last)
        if group == "text":
            return Text(text[text.index('"') + 1 : -1], text.startswith("%s"))
        if group == "use":
            return Use(text.lstrip(">^"), Turn(text[0] if text[0] in ">^" else ""))
        if text == "!":
            return ClosedEnd()
        inner = self._choice()
        self._take()
        return Repeat(inner, 0, 1) if text == "[" else inner
