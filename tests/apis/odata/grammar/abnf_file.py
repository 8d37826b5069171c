"""Reads an ABNF file (RFC 5234, RFC 7405) into plain rules. For tests only.

It shares nothing with k2bench's own reader of its own grammar, on purpose.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Chars:
    """One character: a set, or (for what a file cannot say) the name of a class."""

    chars: frozenset[str]
    beyond_ascii: str = ""


@dataclass(frozen=True)
class Literal:
    text: str
    exact: bool


@dataclass(frozen=True)
class Name:
    name: str


@dataclass(frozen=True)
class Seq:
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Alt:
    items: tuple["Node", ...]


@dataclass(frozen=True)
class Times:
    item: "Node"
    least: int
    most: int | None


Node: TypeAlias = Chars | Literal | Name | Seq | Alt | Times

_TOKENS = re.compile(
    r"""(?P<space>\s+|;.*)|(?P<literal>(?:%s)?"[^"]*")
    |(?P<code>%x[0-9A-Fa-f]+(?:-[0-9A-Fa-f]+)?)
    |(?P<times>\d*\*\d*|\d+)|(?P<name>[A-Za-z][A-Za-z0-9-]*)|(?P<sign>[()\[\]/])""",
    re.VERBOSE,
)


def read_abnf(text: str) -> dict[str, Node]:
    """Rules by name in lower case."""
    rules: dict[str, Node] = {}
    for name, body in _definitions(text):
        rules[name.lower()] = _Parser(body).whole()
    return rules


def _definitions(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        start = re.match(r"([A-Za-z][A-Za-z0-9-]*)\s*=(.*)", line)
        if start:
            found.append((start[1], start[2]))
        elif line.startswith((" ", "\t")) and found:
            found[-1] = (found[-1][0], found[-1][1] + "\n" + line)
    return found


class _Parser:
    def __init__(self, body: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(body):
            match = _TOKENS.match(body, at)
            assert match, body[at:]
            if match.lastgroup != "space":
                self.tokens.append((str(match.lastgroup), match[0]))
            at = match.end()
        self.at = 0

    def whole(self) -> Node:
        node = self.alt()
        assert self.at == len(self.tokens)
        return node

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def alt(self) -> Node:
        items = [self.seq()]
        while self.peek() == "/":
            self.at += 1
            items.append(self.seq())
        return items[0] if len(items) == 1 else Alt(tuple(items))

    def seq(self) -> Node:
        items = []
        while self.peek() not in ("", "/", ")", "]"):
            items.append(self.element())
        return items[0] if len(items) == 1 else Seq(tuple(items))

    def element(self) -> Node:
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "times":
            least, star, most = text.partition("*")
            last = int(most) if most else None if star else int(least)
            return Times(self.element(), int(least or 0), last)
        if kind == "literal":
            return Literal(text[text.index('"') + 1 : -1], text.startswith("%s"))
        if kind == "code":
            first, _, last_code = text[2:].partition("-")
            codes = range(int(first, 16), int(last_code or first, 16) + 1)
            return Chars(frozenset(map(chr, codes)))
        if kind == "name":
            return Name(text.lower())
        node = self.alt()
        self.at += 1
        return Times(node, 0, 1) if text == "[" else node
