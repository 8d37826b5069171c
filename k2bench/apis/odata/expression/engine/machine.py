"""Compiles the grammar into a nondeterministic machine: states that read a symbol or call a rule.

Thompson's construction, from the end to the beginning. A rule that is used twice before the same
state is compiled once, so a rule that ends in itself becomes a loop. Rules defined with `::=` are
compiled once and called. It does not run anything: see `states.py` and `recogniser.py`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from k2bench.apis.odata.expression.engine.notation import (
    Choice,
    ClosedEnd,
    Element,
    Kind,
    Repeat,
    Rule,
    Sequence,
    Text,
    Turn,
    Use,
)
from k2bench.apis.odata.expression.engine.symbols import CLASSES, exactly, with_case


@dataclass(frozen=True, slots=True)
class Read:
    """Reads one of `symbols`, then is at `after`.

    `rule` is what it is a part of: the innermost rule that is called or leaves a node. `word` is
    the keyword that begins here.
    """

    symbols: frozenset[str]
    after: int
    rule: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """Runs `rule` from here, then is at `after`; a tail call has no `after` of its own."""

    rule: str
    after: int
    turn: Turn


@dataclass(frozen=True, slots=True)
class End:
    """The end of a called rule. `closed`: after an operand that takes no further comparison."""

    closed: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """The place where the node of a rule opens or closes."""

    rule: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Go:
    """Reads nothing and is at each of `targets`, the preferred one first."""

    targets: tuple[int, ...]
    mark: Mark | None = None


Step: TypeAlias = Read | Call | End
Reach: TypeAlias = Mapping[int, tuple[Mark, ...]]
_Place: TypeAlias = tuple[str, int, str]


class Machine:
    """The compiled grammar: `starts` of the called rules, `steps` by state, what reaches what."""

    def __init__(
        self,
        rules: Mapping[str, Rule],
        without: Collection[str] = (),
        last_resort: Collection[str] = (),
    ) -> None:
        """Compiles `rules`.

        Texts that need a rule named in `without` are no sentences. Where a text has several
        readings, one that does without the rules of `last_resort` is preferred.
        """
        self._last_resort = frozenset(last_resort)
        self.steps: list[Step | Go] = []
        self.starts: dict[str, int] = {}
        self._reach: dict[int, Reach] = {}
        compiler = _Compiler(rules, without, self.steps)
        for rule in rules.values():
            if rule.kind is Kind.CALLED:
                self.starts[rule.name] = compiler.called(rule)

    def reach(self, state: int) -> Reach:
        """The reading, calling and ending states behind a state, with the marks on the way.

        The preferred one comes first.
        """
        found = self._reach.get(state)
        if found is None:
            found = self._reach[state] = self._explore(state)
        return found

    def rank(self, state: int) -> tuple[bool, int]:
        """The order in which states are preferred where a text has several readings.

        What the grammar writes first comes first; of the last resort as little as possible.
        """
        step = self.steps[state]
        if isinstance(step, Read) and step.rule in self._last_resort:
            return True, -state
        return False, state

    def beginnings(self) -> frozenset[int]:
        """The states with which the nodes of rules begin."""
        opening = (
            state
            for state, step in enumerate(self.steps)
            if isinstance(step, Go) and step.mark and step.mark.opens
        )
        return frozenset(member for state in opening for member in self.reach(state))

    def _explore(self, state: int) -> Reach:
        found: dict[int, tuple[Mark, ...]] = {}
        seen = {state}
        stack: list[tuple[int, tuple[Mark, ...]]] = [(state, ())]
        while stack:
            current, marks = stack.pop()
            step = self.steps[current]
            if not isinstance(step, Go):
                found[current] = marks
                continue
            behind = (*marks, step.mark) if step.mark else marks
            fresh = [target for target in step.targets if target not in seen]
            seen.update(fresh)
            stack.extend((target, behind) for target in reversed(fresh))
        return found


class _Compiler:
    def __init__(
        self, rules: Mapping[str, Rule], without: Collection[str], steps: list[Step | Go]
    ) -> None:
        self._rules, self._without, self._steps = rules, without, steps
        self._known: dict[_Place, int | None] = {}
        self._rule = ""  # the rule that what is compiled now belongs to, for messages

    def called(self, rule: Rule) -> int:
        self._rule = rule.name
        start = self._before(rule.body, self._add(End(closed=False)))
        assert start is not None
        return start

    def _add(self, step: Step | Go) -> int:
        self._steps.append(step)
        return len(self._steps) - 1

    def _before(self, element: Element, after: int) -> int | None:
        """The state that reads `element` and goes on at `after`; None if nothing can."""
        match element:
            case Text():
                return self._text(element, after)
            case Use():
                return self._use(element, after)
            case Sequence():
                return self._sequence(element, after)
            case Choice():
                return self._choice(element, after)
            case Repeat():
                return self._repeat(element, after)
            case ClosedEnd():
                return self._add(End(closed=True))

    def _text(self, element: Text, after: int) -> int:
        symbols = exactly if element.exact else with_case
        for index in reversed(range(len(element.text))):
            word = element.text if index == 0 else ""
            read = Read(symbols(element.text[index]), after, self._rule, word)
            after = self._add(read)
        return after

    def _sequence(self, element: Sequence, after: int) -> int | None:
        state: int | None = after
        for item in reversed(element.items):
            if state is None:
                break
            state = self._before(item, state)
        return state

    def _choice(self, element: Choice, after: int) -> int | None:
        states = [self._before(item, after) for item in element.items]
        possible = tuple(state for state in states if state is not None)
        return self._add(Go(possible)) if possible else None

    def _repeat(self, element: Repeat, after: int) -> int | None:
        state: int | None = self._star(element, after) if element.most is None else after
        optional = 0 if element.most is None else element.most - element.least
        for _ in range(optional):
            inner = self._before(element.item, state if state is not None else after)
            state = after if inner is None else self._add(Go((inner, after)))
        for _ in range(element.least):
            state = None if state is None else self._before(element.item, state)
        return state

    def _star(self, element: Repeat, after: int) -> int:
        loop = self._add(Go((after,)))
        inner = self._before(element.item, loop)
        if inner is not None:
            self._steps[loop] = Go((inner, after))
        return loop

    def _use(self, element: Use, after: int) -> int | None:
        if element.name in self._without:
            return None
        rule = self._rules.get(element.name)
        if rule is None:
            return self._add(Read(CLASSES[element.name], after, self._rule))
        if rule.kind is Kind.CALLED:
            return self._add(Call(rule.name, after, element.turn))
        place = (rule.name, after, self._rule)
        if place not in self._known:
            self._known[place] = self._spelled_out(rule, after, place)
        return self._known[place]

    def _spelled_out(self, rule: Rule, after: int, place: _Place) -> int | None:
        outer = self._rule
        if rule.kind is Kind.NODE:
            self._rule = rule.name
            after = self._add(Go((after,), Mark(rule.name, opens=False)))
        start = self._add(Go(()))
        self._known[place] = start
        inner = self._before(rule.body, after)
        self._rule = outer
        if inner is None:
            return None
        mark = Mark(rule.name, opens=True) if rule.kind is Kind.NODE else None
        self._steps[start] = Go((inner,), mark)
        return start
