"""Finds one reading of an accepted text: the nodes of the grammar that it goes through.

It walks a run backwards. Every state that the run kept for a place was reached by some beginning
of the text, so each step back is a choice among good ones and never has to be undone. Where there
is a choice, what the grammar writes first wins. It does not know what the nodes mean.
"""

from dataclasses import dataclass

from k2bench.apis.odata.expression.engine.machine import Mark
from k2bench.apis.odata.expression.engine.recogniser import TOP, Caller, Frame, Run
from k2bench.apis.odata.expression.engine.states import Origin, States


@dataclass(frozen=True, slots=True)
class Event:
    """The node of `rule` opens or closes before the character at `position`."""

    rule: str
    opens: bool
    position: int


def derive(states: States, run: Run, symbols: str) -> list[Event]:
    """The events of one reading of an accepted run, in the order of the text."""
    return _Walk(states, run, symbols).walk()


class _Walk:
    def __init__(self, states: States, run: Run, symbols: str) -> None:
        self._states, self._run, self._symbols = states, run, symbols
        self._position = len(symbols)
        self._outer: list[Caller] = []
        self._events: list[Event] = []
        returned = run.returns[TOP[0], len(symbols)]
        _, self._frame, self._state = min(returned, key=_preference)
        self._caller: Caller = TOP

    def walk(self) -> list[Event]:
        going_on = True
        while going_on:
            if self._position > self._frame.start:
                self._step_back()
            else:
                going_on = self._leave()
        return self._events[::-1]

    def _note(self, marks: tuple[Mark, ...]) -> None:
        for mark in reversed(marks):
            self._events.append(Event(mark.rule, mark.opens, self._position))

    def _step_back(self) -> None:
        read = self._read()
        called = self._called()
        rank = self._states.machine.rank
        if read is not None and (called is None or rank(read[0]) < rank(called[0][0])):
            self._note(read[1])
            self._position -= 1
            self._state = read[0]
            return
        assert called is not None
        (calling, frame, ending), marks = called
        self._note(marks)
        self._outer.append(self._caller)
        self._caller = (self._frame, calling)
        self._frame, self._state = frame, ending

    def _read(self) -> Origin | None:
        """The preferred state that read the symbol before the position and came to this one."""
        before = self._run.places[self._position - 1].get(self._frame)
        if before is None:
            return None
        return self._states.origin(before, self._symbols[self._position - 1], self._state)

    def _called(self) -> tuple[tuple[int, Frame, int], tuple[Mark, ...]] | None:
        """The preferred call that came back here and went on to this state."""
        returned = self._run.returns.get((self._frame, self._position), ())
        for back in sorted(returned, key=_preference):
            marks = self._states.marks_after(back[0], self._state)
            if marks is not None:
                return back, marks
        return None

    def _leave(self) -> bool:
        """Goes from the beginning of a frame to where it was called; False at the top."""
        start = self._states.machine.starts[self._frame.rule]
        self._note(self._states.machine.reach(start)[self._state])
        handed_on = self._frame.callers[self._caller]
        if handed_on is None:
            if self._caller == TOP:
                return False
            handed_on, self._caller = self._caller, self._outer.pop()
        frame, self._state = handed_on
        assert frame is not None
        self._frame = frame
        return True


def _preference(back: tuple[int, Frame, int]) -> tuple[int, int, int]:
    calling, frame, ending = back
    return calling, frame.start, ending
