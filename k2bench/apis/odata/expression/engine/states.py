"""Sets of machine states, built when a text first needs them and kept: a lazy automaton.

It knows one step from one set to the next. Calls and their ends are `recogniser.py`'s work.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from k2bench.apis.odata.expression.engine.machine import Call, End, Machine, Mark, Read
from k2bench.apis.odata.expression.engine.notation import Turn

Origin: TypeAlias = tuple[int, tuple[Mark, ...]]
_MOST_ORIGINS = 50_000  # a few megabytes; a day's typing needs a tenth of it


class State:
    """A set of machine states that are possible at one place."""

    __slots__ = ("calls", "ends", "members", "reads", "steps", "unions")

    def __init__(self, members: frozenset[int], machine: Machine) -> None:
        self.members = members
        steps = [(member, machine.steps[member]) for member in sorted(members, key=machine.rank)]
        self.reads = tuple((m, step) for m, step in steps if isinstance(step, Read))
        self.calls = tuple((m, step) for m, step in steps if isinstance(step, Call))
        self.ends = tuple((m, step) for m, step in steps if isinstance(step, End))
        self.steps: dict[str, State | None] = {}
        self.unions: dict[State, State] = {}


class States:
    """All sets of states of a machine that were met so far."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.follow = _follow(machine)
        self.beginnings = machine.beginnings()
        self.only_closed = frozenset(
            state
            for state, step in enumerate(machine.steps)
            if isinstance(step, Call) and step.turn is Turn.BACK
        )
        self._known: dict[frozenset[int], State] = {}
        self._origins: dict[tuple[State, str, int], Origin | None] = {}
        self._starts = {rule: self.behind(start) for rule, start in machine.starts.items()}
        self._afters: dict[int, State] = {}

    def start(self, rule: str) -> State:
        return self._starts[rule]

    def after(self, call: int) -> State:
        """The set behind a call, which is given by its own state."""
        found = self._afters.get(call)
        if found is None:
            step = self.machine.steps[call]
            assert isinstance(step, Call)
            found = self._afters[call] = self.behind(step.after)
        return found

    def behind(self, state: int) -> State:
        return self._of(self.machine.reach(state))

    def step(self, state: State, symbol: str) -> State | None:
        """The set after one more symbol, None if no member reads it."""
        members: set[int] = set()
        for _, read in state.reads:
            if symbol in read.symbols:
                members.update(self.machine.reach(read.after))
        found = state.steps[symbol] = self._of(members) if members else None
        return found

    def union(self, one: State, other: State) -> State:
        found = one.unions.get(other)
        if found is None:
            found = one.unions[other] = self._of(one.members | other.members)
        return found

    def origin(self, before: State, symbol: str, state: int) -> Origin | None:
        """The preferred member of `before` that reads `symbol` and may then be in `state`."""
        key = (before, symbol, state)
        if key not in self._origins:
            if len(self._origins) >= _MOST_ORIGINS:
                self._origins.clear()
            self._origins[key] = self._find_origin(before, symbol, state)
        return self._origins[key]

    def _find_origin(self, before: State, symbol: str, state: int) -> Origin | None:
        for member, read in before.reads:
            if symbol in read.symbols:
                marks = self.machine.reach(read.after).get(state)
                if marks is not None:
                    return member, marks
        return None

    def marks_after(self, call: int, state: int) -> tuple[Mark, ...] | None:
        """The marks between the end of a call and a state; None if it does not lead there."""
        step = self.machine.steps[call]
        assert isinstance(step, Call)
        return self.machine.reach(step.after).get(state)

    def _of(self, members: Iterable[int]) -> State:
        key = frozenset(members)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = State(key, self.machine)
        return found


def _follow(machine: Machine) -> Mapping[str, frozenset[str]]:
    """The symbols that can come directly after each called rule, wherever it is called."""
    follow: dict[str, set[str]] = {rule: set() for rule in machine.starts}
    inherits: list[tuple[str, str]] = []
    for caller, start in machine.starts.items():
        for call in _calls_from(machine, start):
            if call.turn is Turn.TAIL:
                inherits.append((call.rule, caller))
                continue
            symbols, ends = _first(machine, call.after)
            follow[call.rule] |= symbols
            if ends:
                inherits.append((call.rule, caller))
    for _ in machine.starts:
        for rule, caller in inherits:
            follow[rule] |= follow[caller]
    return {rule: frozenset(symbols) for rule, symbols in follow.items()}


def _calls_from(machine: Machine, start: int) -> list[Call]:
    seen: set[int] = set()
    stack = list(machine.reach(start))
    calls = []
    while stack:
        state = stack.pop()
        step = machine.steps[state]
        if state in seen or not isinstance(step, Read | Call):
            continue
        seen.add(state)
        if isinstance(step, Call):
            calls.append(step)
            if step.turn is Turn.TAIL:
                continue
        stack.extend(machine.reach(step.after))
    return calls


def _first(machine: Machine, state: int) -> tuple[set[str], bool]:
    """The symbols that can be read from a state, and whether the rule may end there."""
    symbols: set[str] = set()
    ends = False
    stack = list(machine.reach(state))
    while stack:
        step = machine.steps[stack.pop()]
        if isinstance(step, Read):
            symbols |= step.symbols
        elif isinstance(step, Call):
            stack.extend(machine.reach(machine.starts[step.rule]))
        else:
            ends = True
    return symbols, ends
