"""Entity types by the thousand, for a `$metadata` document as big as a large tenant's."""

from __future__ import annotations

from collections.abc import Iterator

_PROPERTIES = (
    ("Title", "Edm.String"),
    ("Description", "Edm.String"),
    ("Created_On", "Edm.DateTimeOffset"),
    ("Created_By", "Edm.String"),
    ("Amount", "Edm.Decimal"),
    ("Quantity", "Edm.Int64"),
    ("Is_Active", "Edm.Boolean"),
    ("Reference", "Edm.Guid"),
)


def large_metadata(size: int) -> Iterator[str]:
    """Entity types in CSDL, about `size` characters of them; none for 0."""
    written, number = 0, 0
    while written < size:
        number += 1
        text = _entity_type(number)
        written += len(text)
        yield text


def _entity_type(number: int) -> str:
    name = f"com_Contoso_Line_{number % 40:02d}_SmartObject_{number:05d}"
    properties = "".join(
        f'        <Property Name="{prop}" Type="{kind}" />\n' for prop, kind in _PROPERTIES
    )
    return (
        f'      <EntityType Name="{name}">\n'
        '        <Key>\n          <PropertyRef Name="ID" />\n        </Key>\n'
        f'        <Property Name="ID" Type="Edm.Int64" Nullable="false" />\n{properties}'
        "      </EntityType>\n"
    )
