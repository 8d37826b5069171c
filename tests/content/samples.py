"""Random JSON as text in many spellings, for the tests of this room."""

import json
from typing import Any

from hypothesis import strategies as st

from k2bench.content.data import Steps, T

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text('abcé"\\ :', max_size=4), inner)
    ),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text('abcdé"\\{[,: ', max_size=5), VALUES, max_size=5)
ROWS = st.lists(OBJECTS, min_size=1, max_size=40)
SPELLINGS = st.sampled_from(
    [
        {"separators": (",", ":")},
        {},
        {"indent": 2},
        {"indent": "\t", "ensure_ascii": False},
        {"separators": (" , ", " :\r\n"), "ensure_ascii": False},
    ]
)


def spelled(value: Any, spelling: dict[str, Any]) -> bytes:
    """`value` as JSON in one of the spellings."""
    return json.dumps(value, **spelling).encode()


def done(work: Steps[T]) -> T:
    """The result of stepwise work."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
