"""Which operators of a `$filter` fit the values of a type, the likeliest first.

Sources: OData URL Conventions 4.01, section 5.1.1; 3.0, section 10.2.3 (no `in`, no `has`).
"""

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.json_values import NUMBERS
from k2bench.apis.odata.querying.condition import FUNCTIONS, Comparison

_SAME = (Comparison.EQ, Comparison.NE)
_ORDER = (Comparison.GT, Comparison.GE, Comparison.LT, Comparison.LE)
_IN = (Comparison.IN,)
_TIMES = frozenset(
    f"Edm.{name}"
    for name in ("Date", "DateTime", "DateTimeOffset", "TimeOfDay", "Time", "Duration")
)


def comparisons_for(
    type_name: str | None, dialect: Dialect = Dialect.V4, enumeration: bool = False
) -> tuple[Comparison, ...]:
    """The operators that fit.

    Args:
        type_name: `Edm.String`, ...; None or `Edm.Untyped` where it is not known.
        enumeration: whether `type_name` is that of an enumeration.
    """
    found = _fitting(type_name, enumeration)
    if dialect is Dialect.V3:
        return tuple(each for each in found if each not in (Comparison.IN, Comparison.HAS))
    return found


def _fitting(type_name: str | None, enumeration: bool) -> tuple[Comparison, ...]:
    if enumeration:
        return (*_SAME, Comparison.HAS, *_IN)
    if type_name in (None, "", "Edm.String", "Edm.Untyped", "Edm.PrimitiveType"):
        return (*_SAME, *FUNCTIONS, *_ORDER, *_IN)
    if type_name in NUMBERS or type_name in _TIMES:
        return (*_SAME, *_ORDER, *_IN)
    if type_name == "Edm.Guid":
        return (*_SAME, *_IN)
    return _SAME
