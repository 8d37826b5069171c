from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odata_query import ast

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.filter.parsing import full_name, parse_filter


def test_a_list_of_one_needs_no_comma() -> None:
    tree = parse_filter("Name in ('a')")
    assert tree == ast.Compare(ast.In(), ast.Identifier("Name"), ast.List([ast.String("a")]))
    assert parse_filter("Name in ( 'a' )") == tree
    two = parse_filter("Name in ('a',concat('b','c')) and (X in ((1)) or f eq 1)")
    assert isinstance(two, ast.BoolOp)


def test_not_needs_no_blank() -> None:
    assert parse_filter("not(A)") == parse_filter("not (A)") == parse_filter("NOT A")


def test_a_namespace_is_part_of_the_name() -> None:
    assert full_name(ast.Identifier("ID", ("Other",))) == "Other.ID"


@pytest.mark.parametrize(
    "text", ["", " ", "A in", "A in ()", "A in (,)", "(", ")", "A eq 'x", "a/b/", "$it eq 1"]
)
def test_what_does_not_parse(text: str) -> None:
    with pytest.raises(ODataError) as refusal:
        parse_filter(text)
    assert refusal.value.status == 400


def test_a_very_long_path_is_refused() -> None:
    with pytest.raises(ODataError):
        parse_filter("/".join(["a"] * 7_000) + " eq 1")


@settings(max_examples=300)
@given(text=st.text() | st.text("()',/ abeqinotrd15.-:", max_size=40))
def test_no_text_is_an_accident(text: str) -> None:
    with contextlib.suppress(ODataError):
        parse_filter(text)
