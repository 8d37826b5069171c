"""What the text of a value looks like for each primitive type, and how a URL wraps it.

Sources: OData ABNF 4.01, section 7 (`primitiveValue`, `primitiveLiteral`); OData 3.0 URL
Conventions, section 5.1.1.6.1 (`primitiveLiteral`).
"""

import re
from dataclasses import dataclass

from k2bench.apis.odata.dialect import Dialect

_TIME = r"([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d{1,12})?)?"
_DATE = r"-?(0\d{3}|[1-9]\d{3,})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_ZONE = r"(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
_SPAN = r"-?P(?=[\dT])(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
_NUMBER = r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?|NaN|-?INF"
_GEO = r"SRID=\d{1,5};[A-Za-z]+\(.*\)"


@dataclass(frozen=True, slots=True)
class Form:
    """One primitive type.

    Attributes:
        pattern: what the whole text of a value matches.
        example: such a text, for people.
        v4: what stands before and behind it in a URL.
        v3: the same for OData 3.
        least: the smallest number allowed; None where any is.
        most: the largest.
    """

    pattern: re.Pattern[str]
    example: str
    v4: tuple[str, str] = ("", "")
    v3: tuple[str, str] = ("", "")
    least: int | None = None
    most: int | None = None

    def wrapping(self, dialect: Dialect) -> tuple[str, str]:
        """What stands before and behind the text in a URL."""
        return self.v4 if dialect is Dialect.V4 else self.v3

    def fits(self, text: str) -> bool:
        """Whether `text` is a value of the type."""
        if not self.pattern.fullmatch(text):
            return False
        if self.least is None or self.most is None:
            return True
        return len(text) <= 25 and self.least <= int(text) <= self.most


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.ASCII | re.DOTALL)


def _integer(bits: int, v3: str = "", unsigned: bool = False) -> Form:
    least, most = (0, 2**bits - 1) if unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    return Form(_pattern(r"[+-]?\d+"), "42", v3=("", v3), least=least, most=most)


def _quoted(name: str) -> tuple[str, str]:
    return f"{name}'", "'"


_POINT = "SRID=4326;Point(142.1 64.1)"

FORMS = {
    "Edm.Boolean": Form(_pattern("true|false"), "true"),
    "Edm.Byte": _integer(8, unsigned=True),
    "Edm.SByte": _integer(8),
    "Edm.Int16": _integer(16),
    "Edm.Int32": _integer(32),
    "Edm.Int64": _integer(64, v3="L"),
    "Edm.Decimal": Form(_pattern(_NUMBER), "12.50", v3=("", "M")),
    "Edm.Double": Form(_pattern(_NUMBER), "3.14"),
    "Edm.Single": Form(_pattern(_NUMBER), "3.14", v3=("", "f")),
    "Edm.Guid": Form(
        _pattern("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
        "01234567-89ab-cdef-0123-456789abcdef",
        v3=_quoted("guid"),
    ),
    "Edm.Date": Form(_pattern(_DATE), "2024-12-31"),
    "Edm.DateTimeOffset": Form(
        _pattern(f"{_DATE}T{_TIME}{_ZONE}"), "2024-12-31T23:59:00Z", v3=_quoted("datetimeoffset")
    ),
    "Edm.DateTime": Form(
        _pattern(f"{_DATE}T{_TIME}Z?"), "2024-12-31T23:59:00", v3=_quoted("datetime")
    ),
    "Edm.TimeOfDay": Form(_pattern(_TIME), "23:59:00"),
    "Edm.Time": Form(_pattern(_SPAN), "PT13H20M", v4=_quoted("duration"), v3=_quoted("time")),
    "Edm.Duration": Form(_pattern(_SPAN), "P1DT12H", v4=_quoted("duration"), v3=_quoted("time")),
    **{
        f"Edm.{family}{shape}": Form(
            _pattern(_GEO), _POINT, v4=_quoted(family.lower()), v3=_quoted(family.lower())
        )
        for family in ("Geography", "Geometry")
        for shape in (
            "",
            "Point",
            "LineString",
            "Polygon",
            "MultiPoint",
            "MultiLineString",
            "MultiPolygon",
            "Collection",
        )
    },
}
"""By type name. Strings, binaries and enumerations are written by rules of their own."""
