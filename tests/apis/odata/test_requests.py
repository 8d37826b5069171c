import json

import pytest

from k2bench.apis.odata import requests
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.methods import Method, import_of, methods_of
from k2bench.apis.odata.requests import (
    Filled,
    flaws,
    inputs_of,
    is_required,
    method_request,
    preview,
)
from k2bench.apis.odata.service import Catalogue
from k2bench.core.problem import WorkbenchError
from k2bench.core.request import NoBody, TextBody
from tests.apis.odata.catalogues import K2, OTHER, child, index, root
from tests.apis.odata.metadata.reader import read, sample

INDEX = index()


def method(name: str) -> Method:
    found = import_of(INDEX, name)
    return found or next(m for m in methods_of(INDEX, "Orders") if m.name == name)


def request(name: str, filled: Filled) -> tuple[str, str, str]:
    made = method_request(method(name), K2, INDEX, filled)
    return made.method, made.url, made.body.text if isinstance(made.body, TextBody) else ""


def test_requests_of_a_set() -> None:
    orders = child(root(), "Orders").source
    assert requests.rows(orders).url == "{{odata}}/Orders"
    assert requests.rows(orders).name == "Orders"
    assert requests.first_rows(orders).url == "{{odata}}/Orders?$top=20"
    assert requests.count(orders).url == "{{odata}}/Orders?$count=true&$top=0"


def test_an_older_service_counts_in_its_own_way() -> None:
    from k2bench.apis.odata.catalogue import root_of

    made = root_of(Catalogue(OTHER, Index(read(sample("older.xml")))))
    first = made.children()[0].source
    assert "?$inlinecount=allpages&$top=0" in requests.count(first).url


def test_requests_of_a_service() -> None:
    assert requests.service_document(K2).url == "{{odata}}/"
    assert requests.metadata(K2).url == "{{odata}}/$metadata"
    assert requests.look_again().url == "{{host}}/api/odata/op/refresh"


def test_an_update_names_its_row_and_sends_what_was_given() -> None:
    filled = Filled({"ID": "5"}, {"Title": 'a "b"', "Amount": "1.10", "State": None})
    verb, url, body = request("Update", filled)
    assert (verb, url) == ("PUT", "{{odata}}/Orders(5)")
    assert body == '{\n  "Title": "a \\"b\\"",\n  "Amount": 1.10,\n  "State": null\n}'
    assert "ID" not in [each.name for each in inputs_of(method("Update"))]


def test_create_wants_what_must_not_be_null_but_the_key() -> None:
    create = method("Create")
    wanted = [each.name for each in inputs_of(create) if is_required(create, each)]
    assert wanted == ["ID", "Title"]
    assert list(flaws(create, INDEX, Filled(inputs={"ID": "1"}))) == ["Title"]
    assert json.loads(request("Create", Filled(inputs={"ID": "1", "Title": "x"}))[2]) == {
        "ID": 1,
        "Title": "x",
    }


def test_delete_and_read_have_no_body() -> None:
    assert request("Delete", Filled({"ID": "5"})) == ("DELETE", "{{odata}}/Orders(5)", "")
    assert request("Read", Filled({"ID": "5"}))[:2] == ("GET", "{{odata}}/Orders(5)")
    made = method_request(method("Delete"), K2, INDEX, Filled({"ID": "5"}))
    assert made.body == NoBody()


def test_named_methods() -> None:
    assert request("Sweep", Filled()) == ("POST", "{{odata}}/Orders/n.Sweep", "{}")
    assert request("Approve", Filled({"ID": "5"}, {"why": "ok"})) == (
        "POST",
        "{{odata}}/Orders(5)/n.Approve",
        '{\n  "why": "ok"\n}',
    )
    assert request("Nearest", Filled(inputs={"lat": "1.5"}))[1] == "{{odata}}/Nearest(lat=1.5)"
    assert request("Now", Filled())[1] == "{{odata}}/Now()"
    assert request("Reset", Filled(inputs={"hard": "true"}))[1:] == (
        "{{odata}}/Reset",
        '{\n  "hard": true\n}',
    )


def test_what_is_wrong_is_told_by_field() -> None:
    filled = Filled({"ID": "x"}, {"Amount": "much", "Title": None})
    found = flaws(method("Update"), INDEX, filled)
    assert set(found) == {"Key ID", "Amount", "Title"}
    assert found["Title"].title == "Title is never null"
    with pytest.raises(WorkbenchError):
        method_request(method("Update"), K2, INDEX, filled)
    assert flaws(method("Update"), INDEX, Filled())["Key ID"].title == "ID is missing"


def test_the_preview_shows_what_can_be_made() -> None:
    update = method("Update")
    half = preview(update, K2, INDEX, Filled(inputs={"Title": "x", "Amount": "much"}))
    assert half.startswith('PUT {{odata}}/Orders(…)\n\n{\n  "Title": "x"\n}')
    assert "ID is missing." in half
    whole = preview(update, K2, INDEX, Filled({"ID": "5"}, {"Title": "x"}))
    assert whole == 'PUT {{odata}}/Orders(5)\n\n{\n  "Title": "x"\n}'
