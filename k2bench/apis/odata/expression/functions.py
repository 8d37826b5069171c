"""The functions that OData itself defines (URL Conventions, section 5.1.1), as they are spelled.

`case`, `cast` and `isof` are not among them: they have a syntax of their own.
"""

ARITIES = {
    "concat": (2, 2),
    "contains": (2, 2),
    "endswith": (2, 2),
    "indexof": (2, 2),
    "length": (1, 1),
    "matchesPattern": (2, 2),
    "startswith": (2, 2),
    "substring": (2, 3),
    "tolower": (1, 1),
    "toupper": (1, 1),
    "trim": (1, 1),
    "hassubset": (2, 2),
    "hassubsequence": (2, 2),
    "date": (1, 1),
    "day": (1, 1),
    "fractionalseconds": (1, 1),
    "hour": (1, 1),
    "maxdatetime": (0, 0),
    "mindatetime": (0, 0),
    "minute": (1, 1),
    "month": (1, 1),
    "now": (0, 0),
    "second": (1, 1),
    "time": (1, 1),
    "totaloffsetminutes": (1, 1),
    "totalseconds": (1, 1),
    "year": (1, 1),
    "ceiling": (1, 1),
    "floor": (1, 1),
    "round": (1, 1),
    "geo.distance": (2, 2),
    "geo.intersects": (2, 2),
    "geo.length": (1, 1),
}
"""The least and the greatest number of arguments of each function."""

SPELLING = {name.lower(): name for name in ARITIES}
"""The spelling of each function by its name in lower case: names are case-insensitive."""


def names_with(least: int, most: int) -> str:
    """The names of the functions with so many arguments, as a choice in the grammar."""
    names = (name for name, arity in ARITIES.items() if arity == (least, most))
    return " / ".join(f'"{name}"' for name in names)
