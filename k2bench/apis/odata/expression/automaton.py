"""The automata of OData's grammar, and what they say about the place behind a beginning."""

from functools import cache

from k2bench.apis.odata.expression.engine.machine import Machine
from k2bench.apis.odata.expression.engine.notation import read_rules
from k2bench.apis.odata.expression.engine.recogniser import Run, recognise
from k2bench.apis.odata.expression.engine.states import States
from k2bench.apis.odata.expression.expected import OPTION_RULES, Expected, expected_in
from k2bench.apis.odata.expression.grammar import GRAMMAR, LAST_RESORT, TIERS


@cache
def automaton(without: tuple[str, ...]) -> States:
    """The automaton of one of the `TIERS` of the grammar, built when it is first needed."""
    return States(Machine(read_rules(GRAMMAR), without, LAST_RESORT))


def expected_after(rule: str, beginning: str) -> Expected | None:
    """What may come after a beginning (in symbols); None if no sentence of `rule` begins so."""
    found = _run_to_end(rule, beginning)
    if found is None:
        return None
    states, run = found
    return expected_in(run.places[-1].values(), states.beginnings, run.accepted)


def is_inside_option_name(rule: str, beginning: str) -> bool:
    """Whether a beginning (in symbols) can only break off inside the name of a nested option.

    The whole grammar is asked, as for the position of an error: what looks like a name may be a
    part of a key in a path as well.
    """
    states = automaton(TIERS[-1])
    run = recognise(states, rule, beginning)
    reads = [read for state in run.places[-1].values() for read in state.reads]
    return run.reached == len(beginning) and all(
        read.rule in OPTION_RULES and member not in states.beginnings for member, read in reads
    )


def _run_to_end(rule: str, beginning: str) -> tuple[States, Run] | None:
    for tier in TIERS:
        states = automaton(tier)
        run = recognise(states, rule, beginning)
        if run.reached == len(beginning):
            return states, run
    return None
