"""The two dialects that OData services speak in URLs and documents."""

from enum import StrEnum


class Dialect(StrEnum):
    """OData 4.0 and 4.01 write values in one way, versions 1 to 3 in another."""

    V4 = "v4"
    V3 = "v3"
