"""What a cell of the table adds to the `$filter` of its request."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellQuery:
    """A property compared with a value.

    Attributes:
        type_name: `Edm.Int64`, ...; None: not known.
        raw: the value as it stands in the answer's JSON.
        comparison: OData's operator.
    """

    column: str
    type_name: str | None
    raw: str
    comparison: str
