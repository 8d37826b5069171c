import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.service_document import ServiceEntry, read_service_document

BASE = "https://h.test/api/v4/"
APP = 'xmlns="http://www.w3.org/2007/app" xmlns:atom="http://www.w3.org/2005/Atom"'
META = 'xmlns:m="http://docs.oasis-open.org/odata/ns/metadata"'


def document(context: str | None, *entries: object) -> bytes:
    head = {"@odata.context": context} if context is not None else {}
    return json.dumps(head | {"value": list(entries)}).encode()


def test_json_of_version_4() -> None:
    data = document(
        BASE + "$metadata",
        {"name": "Employees", "title": "Employee list", "kind": "EntitySet", "url": "Employees"},
        {"name": "Me", "kind": "Singleton", "url": "Me", "title": "Me"},
        {"name": "Top", "kind": "FunctionImport", "url": "https://h.test/api/v4/Top()"},
    )
    assert read_service_document(data, BASE) == (
        ServiceEntry("Employees", BASE + "Employees", "EntitySet", "Employee list"),
        ServiceEntry("Me", BASE + "Me", "Singleton"),
        ServiceEntry("Top", BASE + "Top()", "FunctionImport"),
    )


@pytest.mark.parametrize("base", [BASE, BASE[:-1], BASE + "?$format=json"])
@pytest.mark.parametrize(
    "context",
    [BASE + "$metadata", "$metadata", "", None, "https://inner.test/x/$metadata", "https://[", "#"],
)
def test_relative_urls_end_below_the_root(base: str, context: str | None) -> None:
    (entry,) = read_service_document(document(context, {"name": "A", "url": "A"}), base)
    assert entry.url == BASE + "A"


def test_without_a_base_the_context_is_used() -> None:
    data = document("https://h.test/v4/$metadata", {"name": "A", "url": "A"})
    assert read_service_document(data)[0].url == "https://h.test/v4/A"


def test_json_of_version_3_and_2() -> None:
    light = {"odata.metadata": BASE + "$metadata", "value": [{"name": "Größe", "url": "Gr%C3%B6"}]}
    assert read_service_document(json.dumps(light).encode(), BASE) == (
        ServiceEntry("Größe", BASE + "Gr%C3%B6"),
    )
    verbose = b'{"d":{"EntitySets":["A B", 7]}}'
    assert read_service_document(verbose, BASE) == (ServiceEntry("A B", BASE + "A%20B"),)


def test_atom_of_version_3() -> None:
    data = (
        f'<?xml version="1.0"?><service xml:base="{BASE}" {APP}><workspace>'
        "<atom:title>Default</atom:title>"
        '<collection href="Customers"><atom:title>Customers</atom:title></collection>'
        '<collection href="https://h.test/o/Orders"><atom:title>Orders</atom:title></collection>'
        "</workspace></service>"
    )
    assert read_service_document(data.encode(), "https://h.test/elsewhere/") == (
        ServiceEntry("Customers", BASE + "Customers"),
        ServiceEntry("Orders", "https://h.test/o/Orders"),
    )


def test_atom_of_version_4_in_two_bytes_a_character() -> None:
    data = (
        f'<?xml version="1.0" encoding="utf-16"?><service {APP} {META}><workspace xml:base="v/">'
        '<collection href="A" m:name="A"><!-- x --><atom:title>All</atom:title></collection>'
        '<m:singleton href="Me" m:name="Me"/><m:function-import href="F" m:name="F"/>'
        '<m:service-document href="../other/" m:name="Other"/><collection/>'
        "</workspace></service>"
    )
    assert read_service_document(data.encode("utf-16"), "https://h.test/") == (
        ServiceEntry("A", "https://h.test/v/A", "EntitySet", "All"),
        ServiceEntry("Me", "https://h.test/v/Me", "Singleton"),
        ServiceEntry("F", "https://h.test/v/F", "FunctionImport"),
        ServiceEntry("Other", "https://h.test/other/", "ServiceDocument"),
    )


def test_an_empty_one_is_normal() -> None:
    assert read_service_document(document(BASE + "$metadata")) == ()
    assert read_service_document(f"<service {APP}><workspace/></service>".encode()) == ()


def test_odd_entries_are_passed_over() -> None:
    data = document("", 1, None, {}, {"name": 3}, {"url": "U"}, {"name": "N"}, {"url": "//["})
    assert [each.url for each in read_service_document(data, BASE)] == [
        BASE + "U",
        BASE + "N",
        "//[",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"error":{"message":"no"}}',
        b'{"value":1}',
        b'{"value":[',
        b"[" * 100_000,
        b"<html>",
        b"<Edmx/>",
        b"<service>",
        b"<!DOCTYPE x []><service/>",
        b"Not found",
    ],
)
def test_something_else_is_said(data: bytes) -> None:
    with pytest.raises(MetadataError):
        read_service_document(data, BASE)


@given(st.binary(max_size=60), st.sampled_from([b"", b'{"value":[', b"<service><collection "]))
def test_any_bytes_end_in_entries_or_words(data: bytes, start: bytes) -> None:
    try:
        read_service_document(start + data, BASE)
    except MetadataError as error:
        assert error.problem.title  # noqa: PT017 - both endings are right
