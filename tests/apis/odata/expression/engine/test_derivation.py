from k2bench.apis.odata.expression.engine.derivation import Event, derive
from k2bench.apis.odata.expression.engine.machine import Machine
from k2bench.apis.odata.expression.engine.notation import read_rules
from k2bench.apis.odata.expression.engine.recogniser import recognise
from k2bench.apis.odata.expression.engine.states import States
from tests.apis.odata.expression.engine.toy import toy


def _shown(states: States, rule: str, text: str) -> str:
    """The nodes of a text as `number[1]`, one inside the other."""
    events = derive(states, recognise(states, rule, text), text)
    shown, at = "", 0
    for event in events:
        shown += text[at : event.position] + (f"{event.rule}[" if event.opens else "]")
        at = event.position
    return shown + text[at:]


def test_events_open_and_close_the_nodes_in_the_order_of_the_text() -> None:
    states = toy()
    run = recognise(states, "sum", "12")
    assert derive(states, run, "12") == [Event("number", True, 0), Event("number", False, 2)]


def test_chains_and_nesting() -> None:
    assert (
        _shown(toy(), "sum", "1+(23plusy)") == "number[1]plus[+]group[(number[23]plus[plus]odd[y])]"
    )


def test_of_two_readings_the_first_written_wins() -> None:
    states = States(Machine(read_rules('s ::= a / b\na := "x"\nb := "x" / "y"')))
    assert _shown(states, "s", "x") == "a[x]"
    assert _shown(states, "s", "y") == "b[y]"


def test_the_last_resort_comes_last_wherever_it_is_written() -> None:
    rules = read_rules('s ::= a / b\na := "x"\nb := "x"')
    assert _shown(States(Machine(rules, last_resort=("a",))), "s", "x") == "b[x]"
