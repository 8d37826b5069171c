from k2bench.apis.odata.expression.building.parts import (
    Grouped,
    Token,
    every,
    expression,
    expressions,
    from_nothing,
    from_parts,
    from_text,
    nodes,
    text_of,
    texts,
)
from k2bench.apis.odata.expression.tree.nodes import List, Literal, LiteralKind, Path
from k2bench.apis.odata.expression.tree.steps import Alias, Name, Star

TOKEN = Token("rule", "@text", 3, 8)
NUMBER = Literal(LiteralKind.NUMBER, "1")
NAME = Name("a")
PARTS = [TOKEN, NUMBER, NAME, Grouped(NUMBER, 0, 3)]


def test_parts_are_found_by_kind() -> None:
    assert nodes(PARTS, Name) == (NAME,)
    assert expressions(PARTS) == (NUMBER,)
    assert expression(PARTS) is NUMBER
    assert texts(PARTS, "rule") == ("@text",)
    assert text_of("rule")(PARTS) == "@text"
    assert text_of("other")(PARTS) == ""
    assert every(Name)(PARTS) == (NAME,)


def test_builders_give_nodes_their_place() -> None:
    for node in (
        from_nothing(Star)(TOKEN, []),
        from_text(Alias, strip="@")(TOKEN, []),
        from_parts(List, every(Literal))(TOKEN, PARTS),
    ):
        assert isinstance(node, Star | Alias | List)
        assert (node.start, node.end) == (3, 8)


def test_builders_fill_the_fields() -> None:
    assert from_text(Alias, strip="@")(TOKEN, []) == Alias("text")
    assert from_parts(List, every(Literal))(TOKEN, PARTS) == List((NUMBER,))
    assert from_parts(Path, every(Name))(TOKEN, PARTS) == Path((NAME,))
