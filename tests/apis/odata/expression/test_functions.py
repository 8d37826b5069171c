from k2bench.apis.odata.expression import parse
from k2bench.apis.odata.expression.functions import ARITIES, SPELLING, names_with
from k2bench.apis.odata.expression.tree.nodes import Call
from tests.apis.odata.expression.examples import parsed


def test_every_function_takes_its_arguments_and_no_more() -> None:
    for name, (least, most) in ARITIES.items():
        for count in range(5):
            text = f"{name}({','.join(['x.y()'] * count)})"
            fits = least <= count <= most
            # without arguments it may be a function of the service, whatever its name
            assert (parsed("filter", text) is None) == (fits or count == 0), text


def test_names_are_spelled_as_in_the_standard() -> None:
    assert SPELLING["matchespattern"] == "matchesPattern"
    tree = parse("filter", "MatchesPATTERN(a,'b')")
    assert isinstance(tree, Call)
    assert tree.name == "matchesPattern"


def test_names_for_the_grammar() -> None:
    assert names_with(2, 3) == '"substring"'
