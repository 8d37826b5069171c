import pytest

from k2bench.apis.odata.row_types import row_types
from tests.apis.odata.catalogues import index
from tests.apis.snapshots import snapshot

INDEX = index()
BASE = "https://h/api/odatav4/v4/$metadata"


def types(context: str, path: str = "") -> dict[str, str]:
    body = f'{{"@odata.context":"{context}","value":[]}}' if context else '{"value":[]}'
    return row_types(INDEX, snapshot(body.encode()), path)


@pytest.mark.parametrize(
    "context",
    [
        f"{BASE}#Orders",
        "$metadata#Orders",
        f"{BASE}#Orders(ID,Parent(Title))",
        f"{BASE}#Orders/$entity",
        f"{BASE}#Orders/n.Order",
        f"{BASE}#Orders(5)/Parent",
        f"{BASE}#Collection(n.Order)",
        f"{BASE}#n.Order",
        f"{BASE}#Me",
    ],
)
def test_the_context_tells_what_the_rows_are(context: str) -> None:
    found = types(context)
    assert (found["ID"], found["Title"]) == ("Edm.Int64", "Edm.String")
    assert "Tags" not in found


@pytest.mark.parametrize("path", ["Orders", "Orders(5)", "Orders('a%2Fb')/Parent", "Me"])
def test_without_it_the_path_tells(path: str) -> None:
    assert types("", path)["Amount"] == "Edm.Decimal"


@pytest.mark.parametrize(
    "context", [f"{BASE}#Nothing", f"{BASE}#Edm.String", BASE, "#", "#(((", "#Orders/Gone"]
)
def test_what_is_not_known_has_no_types(context: str) -> None:
    assert types(context) == {}
