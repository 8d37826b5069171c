"""What the page has done on the work lane: generators over plain values, without a widget."""

from collections.abc import Generator
from dataclasses import dataclass

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.expression import ExpressionError, RuleName, parse, unparse
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.querying.filter_parts import Group, read
from k2bench.apis.odata.querying.masking import masked
from k2bench.apis.odata.querying.suggestions import Suggestion, suggestions
from k2bench.apis.odata.querying.typography import mended


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a text is no value of its option.

    Attributes:
        position: in the text.
        unfinished: it only ends too early.
    """

    position: int
    message: str
    unfinished: bool


@dataclass(frozen=True, slots=True)
class Option:
    """An option and its text. `rule` is the one that the parser knows it by."""

    rule: RuleName
    text: str
    dialect: Dialect = Dialect.V4


def check(option: Option) -> Generator[None, None, Flaw | None]:
    """What is wrong with a text; None: nothing."""
    inner = option.text.strip()
    if not inner:
        return None
    start = len(option.text) - len(option.text.lstrip())
    yield None
    try:
        parse(option.rule, masked(inner, option.dialect))
    except ExpressionError as error:
        message = " ".join(filter(None, (f"{error.message}.", error.problem.hint)))
        return Flaw(start + error.position, message, error.position >= len(inner))
    return None


def laid_out(option: Option) -> Generator[None, None, str | None]:
    """The text in its canonical form; None: it has none that says the same."""
    inner = option.text.strip()
    if masked(inner, option.dialect) != inner:
        return None
    yield None
    try:
        return unparse(parse(option.rule, inner))
    except ExpressionError:
        return None


def rows_of(option: Option) -> Generator[None, None, Group | None]:
    """A filter as rows; None: it is no filter."""
    yield None
    return read(option.text, option.dialect)


def offers_at(
    option: Option, position: int, index: Index | None, type_name: str
) -> Generator[None, None, tuple[Suggestion, ...]]:
    """What may be typed at a place of a text."""
    yield None
    return suggestions(option.rule, option.text, position, index, type_name)


def mended_text(text: str) -> Generator[None, None, str | None]:
    """A text with straight quotes; None: there is nothing to mend."""
    yield None
    return mended(text)
