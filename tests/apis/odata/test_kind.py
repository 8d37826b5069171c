from dataclasses import replace

from k2bench.apis import kind_of
from k2bench.apis.odata.kind import ODataKind
from k2bench.apis.view import TableView
from tests.apis.odata.catalogues import index
from tests.apis.snapshots import CONTEXT, snapshot

KIND = ODataKind()


def test_it_knows_its_answers() -> None:
    assert KIND.priority(snapshot(b"{}", OData_Version="4.0")) == 20
    assert KIND.priority(snapshot(b'{"@odata.context":"x","value":[]}')) == 15
    assert KIND.priority(snapshot(b'{"odata.metadata" : "x"}')) == 15
    assert KIND.priority(snapshot(b"{}", url="https://h/api/odatav4/v4/X")) == 5
    assert kind_of(snapshot(b"{}", OData_Version="4.0")).name == "OData"


def test_what_is_not_its_own() -> None:
    assert KIND.priority(snapshot(b"{}")) < 0
    assert KIND.priority(snapshot(b"<html>", "text/html", OData_Version="4.0")) < 0


def test_rows_are_under_value() -> None:
    assert KIND.views(snapshot(b"{}"), CONTEXT)[0] == TableView("value")


def test_the_next_link_of_each_version() -> None:
    for name in ("@odata.nextLink", "odata.nextLink", "@nextLink"):
        assert KIND.more({name: "X?$skiptoken=1"}) == "X?$skiptoken=1"
    assert KIND.more({"@odata.nextLink": None}) is None
    assert KIND.more({"@odata.nextLink": ""}) is None


def test_the_metadata_tells_the_types_of_the_columns() -> None:
    context = replace(CONTEXT, schema=index())
    body = b'{"@odata.context":"$metadata#Orders","value":[]}'
    (table, *_) = KIND.views(snapshot(body, url="https://h/api/odatav4/v4/Orders"), context)
    assert isinstance(table, TableView)
    assert table.types["ID"] == "Edm.Int64"
    (table, *_) = KIND.views(snapshot(b"{}", url="https://h/api/odatav4/v4/Orders"), context)
    assert isinstance(table, TableView)
    assert table.types["Amount"] == "Edm.Decimal"
    (table, *_) = KIND.views(snapshot(b"{}", url="https://h/elsewhere"), context)
    assert table == TableView("value")
