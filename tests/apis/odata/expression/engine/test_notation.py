from k2bench.apis.odata.expression.engine.notation import (
    Choice,
    ClosedEnd,
    Kind,
    Repeat,
    Sequence,
    Text,
    Turn,
    Use,
    read_rules,
)
from tests.apis.odata.expression.engine.toy import TOY


def test_rules_have_three_kinds() -> None:
    rules = read_rules(TOY)
    assert {name: rule.kind for name, rule in rules.items()} == {
        "sum": Kind.CALLED,
        "plus": Kind.NODE,
        "term": Kind.INLINE,
        "number": Kind.NODE,
        "group": Kind.NODE,
        "odd": Kind.NODE,
    }


def test_bodies_are_read_as_abnf() -> None:
    rules = read_rules(TOY)
    tail = Sequence((Use("plus"), Use("sum", Turn.TAIL)))
    assert rules["sum"].body == Sequence((Use("term"), Repeat(tail, 0, 1)))
    assert rules["plus"].body == Choice((Text("+"), Text("plus", exact=True)))
    assert rules["number"].body == Repeat(Use("DIGIT"), 1, None)
    assert rules["odd"].body == Sequence((Repeat(Text("x"), 0, 2), Text("y")))


def test_counts_brackets_and_our_own_signs() -> None:
    rules = read_rules('a = 3"x" ( b / ! )\nb := ^a 2*4"y"')
    assert rules["a"].body == Sequence((Repeat(Text("x"), 3, 3), Choice((Use("b"), ClosedEnd()))))
    assert rules["b"].body == Sequence((Use("a", Turn.BACK), Repeat(Text("y"), 2, 4)))
