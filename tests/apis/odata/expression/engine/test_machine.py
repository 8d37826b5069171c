from k2bench.apis.odata.expression.engine.machine import Call, Machine, Mark, Read
from k2bench.apis.odata.expression.engine.notation import read_rules
from tests.apis.odata.expression.engine.toy import TOY


def test_a_start_reaches_all_that_may_come_first_with_the_nodes_that_open() -> None:
    machine = Machine(read_rules(TOY))
    reach = machine.reach(machine.starts["sum"])
    opened = set(reach.values())
    assert opened == {(Mark(name, opens=True),) for name in ("number", "group", "odd")}


def test_a_rule_left_out_takes_with_it_what_needs_it() -> None:
    machine = Machine(read_rules(TOY), without=("number", "odd"))
    (state,) = machine.reach(machine.starts["sum"])
    step = machine.steps[state]
    assert isinstance(step, Read)
    assert (step.rule, step.word) == ("group", "(")
    assert all(isinstance(machine.steps[s], Call) for s in machine.reach(step.after))


def test_rules_of_the_last_resort_rank_behind_all_others() -> None:
    machine = Machine(read_rules(TOY), last_resort=("number",))
    states = sorted(machine.reach(machine.starts["sum"]), key=machine.rank)
    last = machine.steps[states[-1]]
    assert isinstance(last, Read)
    assert last.rule == "number"


def test_beginnings_are_the_first_states_of_nodes() -> None:
    machine = Machine(read_rules(TOY))
    beginnings = machine.beginnings()
    assert set(machine.reach(machine.starts["sum"])) <= beginnings
    group = next(s for s in machine.reach(machine.starts["sum"]) if _word(machine, s) == "(")
    step = machine.steps[group]
    assert isinstance(step, Read)
    assert not set(machine.reach(step.after)) & beginnings


def _word(machine: Machine, state: int) -> str:
    step = machine.steps[state]
    return step.word if isinstance(step, Read) else ""
