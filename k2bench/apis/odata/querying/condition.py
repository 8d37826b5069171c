"""One condition of a `$filter`: a property, an operator and literals, as a row shows it.

It knows no types: literals are texts that stand in the filter as they are.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literals import NULL

ROW_VARIABLE = "x"
SUBSTRINGOF = "substringof("  # what OData 3 has instead of `contains`, with the text first


class Comparison(StrEnum):
    """The operators a row offers."""

    EQ = "eq"
    NE = "ne"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    CONTAINS = "contains"
    STARTSWITH = "startswith"
    ENDSWITH = "endswith"
    IN = "in"
    HAS = "has"


FUNCTIONS = (Comparison.CONTAINS, Comparison.STARTSWITH, Comparison.ENDSWITH)


class Quantifier(StrEnum):
    """For which rows of a collection a condition holds."""

    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Within:
    """The collection whose rows a condition is about: `Items/any(i:...)`.

    Attributes:
        path: to the collection.
        variable: what a row is called in the filter.
        negated: whether `not` stands before the whole.
    """

    path: str
    quantifier: Quantifier = Quantifier.ANY
    variable: str = ROW_VARIABLE
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and its text; `condition` makes one.

    Attributes:
        text: as it stands in the filter, with brackets around it if it has any.
        path: of the property, such as `Supplier/Name`. Within a collection it begins at its row;
            empty: the row itself.
        values: literals as texts; only `in` has none or more than one.
        negated: whether `not` stands before it (inside `within`).
        places: where in `text` the values are; empty: not known.
    """

    text: str
    path: str
    comparison: Comparison
    values: tuple[str, ...]
    negated: bool = False
    within: Within | None = None
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False)


def condition(
    path: str,
    comparison: Comparison,
    values: tuple[str, ...],
    *,
    negated: bool = False,
    within: Within | None = None,
    dialect: Dialect = Dialect.V4,
) -> Condition:
    """A new condition, written the usual way.

    Args:
        path: begins at the row of the collection when there is `within`.
        values: literals; only the first counts, but for `in`. None stand for `null`.
    """
    if comparison is not Comparison.IN:
        values = values[:1] or (NULL,)
    subject = path
    if within is not None:
        subject = f"{within.variable}/{path}" if path else within.variable
    text = _plain(subject, comparison, values, dialect)
    if negated:
        text = f"not {text}" if comparison in FUNCTIONS else f"not ({text})"
    if within is not None:
        text = f"{within.path}/{within.quantifier}({within.variable}:{text})"
        text = f"not {text}" if within.negated else text
    return Condition(text, path, comparison, values, negated, within)


def with_values(
    old: Condition, values: tuple[str, ...], dialect: Dialect = Dialect.V4
) -> Condition:
    """`old` with other literals; what stands around them stays as it was written, if it can."""
    if len(values) != len(old.places):
        return condition(
            old.path,
            old.comparison,
            values,
            negated=old.negated,
            within=old.within,
            dialect=dialect,
        )
    pieces, places, done, size = [], [], 0, 0
    for (start, end), value in zip(old.places, values, strict=True):
        pieces += [old.text[done:start], value]
        size += start - done
        places.append((size, size + len(value)))
        size, done = size + len(value), end
    text = "".join(pieces) + old.text[done:]
    return Condition(text, old.path, old.comparison, values, old.negated, old.within, tuple(places))


def _plain(path: str, comparison: Comparison, values: tuple[str, ...], dialect: Dialect) -> str:
    if comparison is Comparison.IN:
        return f"{path} in ({','.join(values)})"
    value = values[0]
    if comparison is Comparison.CONTAINS and dialect is Dialect.V3:
        return f"{SUBSTRINGOF}{value},{path})"
    if comparison in FUNCTIONS:
        return f"{comparison}({path},{value})"
    return f"{path} {comparison} {value}"
