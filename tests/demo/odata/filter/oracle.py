"""Generated filters: each node knows its OData text and, in plain Python, its value for a row.

The oracle never calls the parser. It follows OData URL Conventions 4.0 §5.1.1: precedence, null
rules, integer division, times at their own offsets.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from hypothesis import strategies as st

Row: TypeAlias = dict[str, Any]

OR, AND, EQUALITY, RELATION, SUM, PRODUCT, UNARY, PRIMARY = range(1, 9)
DAY = 86_400 * 10**7


@dataclass(frozen=True)
class Node:
    """A piece of a filter."""

    text: str
    precedence: int
    value: Callable[[Row], Any]

    def inside(self, precedence: int) -> str:
        """The text as an operand of something that binds as tightly as `precedence`."""
        return self.text if self.precedence >= precedence else f"({self.text})"

    def __repr__(self) -> str:
        return self.text


Nodes: TypeAlias = st.SearchStrategy[Node]


# --- leaves ---------------------------------------------------------------------------------


def prop(name: str, read: Callable[[Any], Any] = lambda value: value) -> Node:
    def value(row: Row) -> Any:
        return None if row[name] is None else read(row[name])

    return Node(name, PRIMARY, value)


def constant(text: str, value: Any) -> Node:
    return Node(text, PRIMARY, lambda _row: value)


NULL = constant("null", None)


def text_literal(value: str) -> Node:
    doubled = value.replace("'", "''")
    return constant(f"'{doubled}'", value)


@functools.total_ordering
@dataclass(frozen=True, eq=False)
class Moment:
    """A point in time; only the UTC ticks count when two are compared."""

    utc: int
    offset: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Moment) and self.utc == other.utc

    def __lt__(self, other: Moment) -> bool:
        return self.utc < other.utc

    def __hash__(self) -> int:
        return hash(self.utc)

    @property
    def wall(self) -> tuple[dt.datetime, int]:
        """The wall clock at its offset, and the ticks of the fraction of its second."""
        seconds, ticks = divmod(self.utc + self.offset * 60 * 10**7, 10**7)
        return dt.datetime(1, 1, 1) + dt.timedelta(seconds=seconds), ticks


def moment(text: str) -> Moment:
    match = re.fullmatch(r"(.{10})T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)", text)
    assert match is not None, text
    date, hour, minute, second, fraction, zone = match.groups()
    midnight = dt.datetime.fromisoformat(date) - dt.datetime(1, 1, 1)
    seconds = midnight.days * 86_400 + int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    offset = 0
    if zone != "Z":
        offset = (int(zone[1:3]) * 60 + int(zone[4:6])) * (-1 if zone[0] == "-" else 1)
    ticks = int((fraction or "0").ljust(7, "0"))
    return Moment((seconds - offset * 60) * 10**7 + ticks, offset)


def literal(value: Any) -> Node:
    """The literal of a value that a node computed."""
    if value is None:
        return NULL
    if isinstance(value, str):
        return text_literal(value)
    if isinstance(value, Moment):
        wall, ticks = value.wall
        return constant(f"{wall:%Y-%m-%dT%H:%M:%S}.{ticks:07d}{_zone(value.offset)}", value)
    if isinstance(value, Fraction) and value.denominator == 1 and abs(value) < 2**63:
        return constant(str(value), value)  # whole: decimals and whole numbers go together
    if isinstance(value, Fraction):
        places = max(1, *(n for n in range(60) if (value * 10**n).denominator > 1), 0) + 1
        digits = f"{abs(value * 10**places).numerator:0{places + 1}d}"
        text = f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
        return constant(text, value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise OverflowError
    return constant(str(value), value)


def _zone(offset: int) -> str:
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}" if offset else "Z"


# --- operators ------------------------------------------------------------------------------


def lifted(function: Callable[..., Any]) -> Callable[..., Any]:
    """Null when an argument is null."""
    return lambda *values: None if None in values else function(*values)


def binary(left: Node, word: str, right: Node, precedence: int, function: Any) -> Node:
    # Operators group to the left, so a right operand of the same strength needs parentheses.
    text = f"{left.inside(precedence)} {word} {right.inside(precedence + 1)}"
    return Node(text, precedence, lambda row: function(left.value(row), right.value(row)))


def call(name: str, function: Callable[..., Any], *arguments: Node) -> Node:
    def value(row: Row) -> Any:
        return lifted(function)(*(argument.value(row) for argument in arguments))

    texts = ",".join(argument.text for argument in arguments)
    return Node(f"{name}({texts})", PRIMARY, value)


RELATIONS: dict[str, Callable[[Any, Any], bool]] = {
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: not a < b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: not a > b,
}


def compared(left: Node, word: str, right: Node) -> Node:
    if word == "eq":
        return binary(left, "eq", right, EQUALITY, lambda a, b: a == b)
    if word == "ne":
        return binary(left, "ne", right, EQUALITY, lambda a, b: a != b)
    relation = RELATIONS[word]
    return binary(left, word, right, RELATION, lambda a, b: None not in (a, b) and relation(a, b))


def member(left: Node, items: list[Node]) -> Node:
    def value(row: Row) -> bool:
        return any(left.value(row) == item.value(row) for item in items)

    texts = ", ".join(item.text for item in items)
    return Node(f"{left.inside(PRIMARY)} in ({texts})", PRIMARY, value)


@st.composite
def comparisons(draw: st.DrawFn, operands: Nodes) -> Node:
    left, right = draw(operands), draw(operands | st.just(NULL))
    return compared(left, draw(st.sampled_from(["eq", "ne", *RELATIONS])), right)


@st.composite
def memberships(draw: st.DrawFn, operands: Nodes) -> Node:
    items = st.lists(operands | st.just(NULL), min_size=1, max_size=4)
    return member(draw(operands), draw(items))


def conjunction(a: bool | None, b: bool | None) -> bool | None:
    if a is False or b is False:
        return False
    return None if None in (a, b) else True


def disjunction(a: bool | None, b: bool | None) -> bool | None:
    if a is True or b is True:
        return True
    return None if None in (a, b) else False


@st.composite
def connectives(draw: st.DrawFn, operands: Nodes) -> Node:
    kind = draw(st.sampled_from(["and", "or", "not", "parentheses"]))
    one = draw(operands)
    if kind == "not":
        return Node(
            f"not {one.inside(UNARY)}",
            UNARY,
            lambda row: None if one.value(row) is None else not one.value(row),
        )
    if kind == "parentheses":
        return Node(f"( {one.text} )", PRIMARY, one.value)
    if kind == "and":
        return binary(one, "and", draw(operands), AND, conjunction)
    return binary(one, "or", draw(operands), OR, disjunction)


# --- numbers --------------------------------------------------------------------------------


def cut_division(a: int, b: int) -> int:
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def remainder(a: Any, b: Any) -> Any:
    return a - b * int(Fraction(a) / Fraction(b))


def half_away(value: Any) -> int:
    magnitude = int(abs(Fraction(value)) + Fraction(1, 2))
    return -magnitude if value < 0 else magnitude


def floor(value: Any) -> int:
    return Fraction(value).__floor__()


def ceiling(value: Any) -> int:
    return Fraction(value).__ceil__()


def negation(node: Node) -> Node:
    return Node(
        f"-({node.text})", UNARY, lambda row: None if node.value(row) is None else -node.value(row)
    )


def integer_literals(limit: int = 20_000) -> Nodes:
    return st.integers(-limit, limit).map(lambda n: constant(str(n), n))


def decimal_literals() -> Nodes:
    # Exactly 6 digits after the point, so that the point is never missing.
    return st.integers(-(10**11), 10**11).map(
        lambda n: constant(f"{Decimal(n).scaleb(-6):.6f}", Fraction(n, 10**6))
    )


@st.composite
def integer_arithmetic(draw: st.DrawFn, operands: Nodes) -> Node:
    word = draw(st.sampled_from(["add", "sub", "mul", "div", "mod", "-"]))
    left = draw(operands)
    if word == "-":
        return negation(left)
    if word in ("div", "mod"):
        right = draw(st.sampled_from([-7, -2, 1, 3, 10]).map(lambda n: constant(str(n), n)))
        function = cut_division if word == "div" else remainder
        return binary(left, word, right, PRODUCT, lifted(function))
    function = {"add": int.__add__, "sub": int.__sub__, "mul": int.__mul__}[word]
    precedence = PRODUCT if word == "mul" else SUM
    return binary(left, word, draw(operands), precedence, lifted(function))


@st.composite
def decimal_arithmetic(draw: st.DrawFn, operands: Nodes) -> Node:
    word = draw(st.sampled_from(["add", "sub", "mul", "div", "mod", "round", "floor", "ceiling"]))
    left = draw(operands)
    if word in ("round", "floor", "ceiling"):
        function = {"round": half_away, "floor": floor, "ceiling": ceiling}[word]
        return call(word, lambda value: Fraction(function(value)), left)
    if word in ("div", "mod"):
        divisors = [("2.5", Fraction(5, 2)), ("-4.0", Fraction(-4)), ("0.125", Fraction(1, 8))]
        right = draw(st.sampled_from(divisors).map(lambda pair: constant(*pair)))
        function = Fraction.__truediv__ if word == "div" else remainder
        return binary(left, word, right, PRODUCT, lifted(function))
    function = {"add": Fraction.__add__, "sub": Fraction.__sub__, "mul": Fraction.__mul__}[word]
    precedence = PRODUCT if word == "mul" else SUM
    return binary(left, word, draw(operands), precedence, lifted(function))


# --- text -----------------------------------------------------------------------------------


@st.composite
def text_functions(draw: st.DrawFn, operands: Nodes) -> Node:
    word = draw(st.sampled_from(["concat", "tolower", "toupper", "trim", "substring"]))
    one = draw(operands)
    if word == "concat":
        return call("concat", str.__add__, one, draw(operands))
    if word == "substring":
        start = draw(st.integers(0, 8).map(lambda n: constant(str(n), n)))
        length = draw(st.none() | st.integers(0, 6).map(lambda n: constant(str(n), n)))
        if length is None:
            return call("substring", lambda s, i: s[i:], one, start)
        return call("substring", lambda s, i, n: s[i : i + n], one, start, length)
    return call(word, {"tolower": str.lower, "toupper": str.upper, "trim": str.strip}[word], one)


TEXT_TESTS: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda s, part: part in s,
    "startswith": str.startswith,
    "endswith": str.endswith,
}


@st.composite
def text_tests(draw: st.DrawFn, operands: Nodes) -> Node:
    word = draw(st.sampled_from(list(TEXT_TESTS)))
    return call(word, TEXT_TESTS[word], draw(operands), draw(operands))


@st.composite
def text_measures(draw: st.DrawFn, operands: Nodes) -> Node:
    if draw(st.booleans()):
        return call("length", len, draw(operands))
    return call("indexof", str.find, draw(operands), draw(operands))


# --- dates and times ------------------------------------------------------------------------


@st.composite
def date_parts(draw: st.DrawFn, dates: Nodes) -> Node:
    word = draw(st.sampled_from(["year", "month", "day"]))
    return call(word, lambda value: getattr(value, word), draw(dates))


@st.composite
def moment_parts(draw: st.DrawFn, moments: Nodes) -> Node:
    word = draw(
        st.sampled_from(["year", "month", "day", "hour", "minute", "second", "totaloffsetminutes"])
    )
    if word == "totaloffsetminutes":
        return call(word, lambda value: value.offset, draw(moments))
    return call(word, lambda value: getattr(value.wall[0], word), draw(moments))


@st.composite
def moment_literals(draw: st.DrawFn) -> Node:
    wall = draw(st.datetimes(dt.datetime(2021, 12, 30), dt.datetime(2025, 2, 2)))
    fraction = draw(st.sampled_from(["", ".5", ".1234567", ".000"]))
    zone = draw(st.sampled_from(["Z", "+00:00", "+02:00", "-03:30", "+14:00", "-11:45"]))
    text = f"{wall:%Y-%m-%dT%H:%M:%S}{fraction}{zone}"
    return constant(text, moment(text))


@st.composite
def duration_literals(draw: st.DrawFn) -> Node:
    days, hours = draw(st.integers(0, 800)), draw(st.integers(0, 30))
    minutes, tenths = draw(st.integers(0, 90)), draw(st.integers(0, 900))
    sign = draw(st.sampled_from(["", "-"]))
    text = f"duration'{sign}P{days}DT{hours}H{minutes}M{tenths // 10}.{tenths % 10}S'"
    ticks = days * DAY + (hours * 3600 + minutes * 60) * 10**7 + tenths * 10**6
    return constant(text, -ticks if sign else ticks)


@st.composite
def moved_moments(draw: st.DrawFn, moments: Nodes) -> Node:
    word, sign = draw(st.sampled_from([("add", 1), ("sub", -1)]))

    def move(start: Moment, ticks: int) -> Moment:
        return Moment(start.utc + sign * ticks, start.offset)

    return binary(draw(moments), word, draw(duration_literals()), SUM, lifted(move))


@st.composite
def moved_dates(draw: st.DrawFn, dates: Nodes) -> Node:
    word, sign = draw(st.sampled_from([("add", 1), ("sub", -1)]))

    def move(start: dt.date, ticks: int) -> dt.date:
        return start + dt.timedelta(days=sign * ticks // DAY)

    return binary(draw(dates), word, draw(duration_literals()), SUM, lifted(move))
