from contextlib import suppress
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.keys import KeyPart, entity_path, key_predicate, read_key
from k2bench.apis.odata.literals import value_of
from k2bench.core.problem import WorkbenchError

GUID = "3f2504e0-4f89-11d3-9a0c-0305e82c3301"
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NAME = st.from_regex(r"[A-Za-z_]\w{0,8}", fullmatch=True)


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ([("ID", "Edm.Int32", "5")], "Set(5)"),
        ([("Name", "Edm.String", "a/b")], "Set('a%2Fb')"),
        ([("Name", "Edm.String", "O'Neil & #1?")], "Set('O''Neil%20&%20%231%3F')"),
        ([("ID", "Edm.Guid", GUID)], f"Set({GUID})"),
        (
            [("OrderID", "Edm.Int32", "1"), ("Größe", "Ns.Size", "L")],
            "Set(OrderID=1,Gr%C3%B6%C3%9Fe=Ns.Size'L')",
        ),
        (
            [("At", "Edm.DateTimeOffset", "2024-01-01T00:00:00+01:00")],
            "Set(2024-01-01T00:00:00%2B01:00)",
        ),
    ],
)
def test_paths(parts: list[tuple[str, str, str]], path: str) -> None:
    assert entity_path("Set", [KeyPart(*part) for part in parts]) == path


def test_names_with_unicode_and_blanks_are_encoded() -> None:
    assert (
        entity_path("Müller Liste", [KeyPart("ID", "Edm.Int32", "5")]) == "M%C3%BCller%20Liste(5)"
    )


def test_the_older_dialect() -> None:
    parts = [KeyPart("ID", "Edm.Int64", "5"), KeyPart("Row", "Edm.Guid", GUID)]
    assert key_predicate(parts, Dialect.V3) == f"(ID=5L,Row=guid'{GUID}')"


def test_no_key_and_a_wrong_one_are_said() -> None:
    with pytest.raises(WorkbenchError):
        key_predicate([])
    with pytest.raises(WorkbenchError):
        key_predicate([KeyPart("ID", "Edm.Int32", "five")])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("(5)", (("", "5"),)),
        ("ID=5", (("ID", "5"),)),
        ("('a=b,c')", (("", "'a=b,c'"),)),
        ("( A = 1 , B='x,''y''' )", (("A", "1"), ("B", "'x,''y'''"))),
        ("(address/zip='1')", (("address/zip", "'1'"),)),
    ],
)
def test_predicates_are_read(text: str, read: tuple[tuple[str, str], ...]) -> None:
    assert read_key(text) == read


@pytest.mark.parametrize("text", ["()", "", "(1,2)", "(A=1,)", "('a)", "(A=)", "(A=1,2)"])
def test_what_is_no_key_is_said(text: str) -> None:
    with pytest.raises(WorkbenchError):
        read_key(text)


@given(st.lists(st.tuples(NAME, TEXT), min_size=1, max_size=4), st.sampled_from(Dialect))
def test_every_key_comes_back_from_its_url(values: list[tuple[str, str]], dialect: Dialect) -> None:
    parts = [KeyPart(name, "Edm.String", value) for name, value in values]
    encoded = key_predicate(parts, dialect)
    assert not set(encoded) & set('/?# +"<>')
    back = read_key(unquote(encoded))
    assert [value_of(text, "Edm.String", dialect) for _, text in back] == [v for _, v in values]
    if len(parts) > 1:
        assert [name for name, _ in back] == [name for name, _ in values]


@given(st.text(max_size=40))
def test_reading_never_fails_in_another_way(text: str) -> None:
    with suppress(WorkbenchError):
        assert read_key(text)
