import pytest

from k2bench.apis.odata.place import Place, is_k2_root, place_of, with_name
from k2bench.core.environment import Environment

DEV = Environment("1", "Dev", "https://h")
V4 = "https://h/api/odatav4/v4"


@pytest.mark.parametrize(
    ("url", "place"),
    [
        (f"{V4}/", Place(V4, "", "")),
        (V4, Place(V4, "", "")),
        (f"{V4}/A%20B(1)/C?$top=1", Place(V4, "A%20B(1)", "/C?$top=1")),
        ("https://h/api/odata/v3/A?x", Place("https://h/api/odata/v3", "A", "?x")),
        ("https://other/api/odatav4/v4/A", Place("https://other/api/odatav4/v4", "A", "")),
        ("https://h/api/odatav4/v4x/A", None),
        ("https://h/", None),
    ],
)
def test_a_url_is_taken_apart(url: str, place: Place | None) -> None:
    assert place_of(url, DEV) == place


def test_name_and_key() -> None:
    place = Place(V4, "A%20B(ID='x')", "")
    assert (place.name, place.key) == ("A B", "(ID='x')")


def test_a_service_that_is_not_k2s() -> None:
    own = Environment("1", "Northwind", odata_url="https://n/V4/Northwind.svc/")
    found = place_of("https://n/V4/Northwind.svc/Orders", own)
    assert found == Place("https://n/V4/Northwind.svc", "Orders", "")
    assert place_of("https://n/V4/Northwind.svcs/Orders", own) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("{{odata}}/A B(1)?$top=1", "{{odata}}/New(1)?$top=1"),
        (f"{V4}/A%20B/C", f"{V4}/New/C"),
        ("{{host}}/api/odatav4/v4/A B", f"{V4}/New?$x"),
    ],
)
def test_another_name_in_the_url_as_it_was_written(url: str, expected: str) -> None:
    place = Place(V4, "A%20B", "?$x")
    assert with_name(url, place, "New") == expected


def test_the_roots_of_k2() -> None:
    assert is_k2_root(V4)
    assert is_k2_root("https://h/api/odata/v3/")
    assert not is_k2_root(f"{V4}/EmployeeSample")
    assert not is_k2_root("https://services.test/V4/Northwind.svc")
