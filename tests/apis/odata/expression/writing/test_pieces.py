from k2bench.apis.odata.expression.tree.nodes import Path
from k2bench.apis.odata.expression.tree.steps import KeySegment, Name
from k2bench.apis.odata.expression.writing.pieces import GAP, Writers, joined, write

WRITERS: Writers = {Path: lambda node: ("<", *node.steps, GAP, ">"), Name: lambda n: (n.name,)}


def test_pieces_are_written_in_their_order() -> None:
    assert write(Path((Name("a"), Name("b"))), WRITERS) == "<ab>"


def test_a_gap_is_a_blank_behind_a_key_only() -> None:
    assert write(Path((Name("a"), KeySegment("b"))), WRITERS) == "<ab >"


def test_joining() -> None:
    a, b = Name("a"), Name("b")
    assert list(joined((a, b), ",")) == [a, ",", b]
    assert list(joined((a, b), ",", gap=True)) == [a, GAP, ",", b, GAP]
