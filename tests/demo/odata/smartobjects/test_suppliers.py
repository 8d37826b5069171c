from __future__ import annotations

from k2bench.demo.odata.smartobjects.suppliers import SUPPLIERS
from tests.demo.odata.smartobjects.filling import filled


def test_it_is_the_same_at_every_start() -> None:
    rows = filled(SUPPLIERS, 500)
    assert len(rows) == 120
    assert rows == filled(SUPPLIERS, 500)


def test_names_are_awkward() -> None:
    names = " ".join(row["Name"] for row in filled(SUPPLIERS))
    for piece in ("'", "%", "_", '"', "ß", "🚀", "\\", "e\u0301"):
        assert piece in names
