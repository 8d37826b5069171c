"""Runs a text through the automaton: is it a sentence, and how far could it have been one.

All readings are followed at once, one symbol at a time, with one frame for each called rule and
place (a graph-structured stack). Nothing recurses and nothing is tried twice, so a text of any
depth takes time in proportion to its length times the readings that are open. Whatever has been
followed up to a place is the beginning of a sentence: where nothing is left, no sentence goes on.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from k2bench.apis.odata.expression.engine.notation import Turn
from k2bench.apis.odata.expression.engine.states import State, States


class Frame:
    """A called rule from one place on.

    `callers` are the frame and the calling state to come back to. Each has the tail call that
    handed it on: the frame that made it and its calling state, or None where the call was made.
    """

    __slots__ = ("callers", "rule", "start")

    def __init__(self, rule: str, start: int) -> None:
        self.rule = rule
        self.start = start
        self.callers: dict[Caller, Caller | None] = {}


Caller: TypeAlias = tuple[Frame | None, int]
Places: TypeAlias = dict[Frame, State]
TOP: Caller = (None, -1)


@dataclass(slots=True)
class Run:
    """What running a text gave.

    `reached` is the length of the longest beginning that is the beginning of a sentence.
    `places` are the states of each frame, by position. `returns` are the calls that came back to
    a frame at a position: the calling state, the frame that ended, the state that it ended in.
    """

    reached: int = 0
    accepted: bool = False
    places: list[Places] = field(default_factory=list)
    returns: dict[tuple[Frame | None, int], list[tuple[int, Frame, int]]] = field(
        default_factory=dict
    )


def recognise(states: States, rule: str, symbols: str) -> Run:
    """Runs `symbols` (see `symbols.py`) as a sentence of `rule`."""
    return _Runner(states, symbols).run(rule)


class _Runner:
    def __init__(self, states: States, symbols: str) -> None:
        self._states = states
        self._symbols = symbols
        self._result = Run()
        self._frames: dict[str, Frame] = {}
        self._places: Places = {}
        self._todo: list[tuple[Frame, State]] = []
        self._position = 0

    def run(self, rule: str) -> Run:
        result = self._result
        top = self._frame(rule)
        top.callers[TOP] = None
        self._settle()
        for symbol in self._symbols:
            result.places.append(self._places)
            if not self._advance(symbol):
                return result
            result.reached = self._position
            if self._todo:
                self._settle()
        result.places.append(self._places)
        result.accepted = (None, len(self._symbols)) in result.returns
        return result

    def _advance(self, symbol: str) -> bool:
        """Reads one symbol in every frame; False if none can."""
        places: Places = {}
        for frame, state in self._places.items():
            try:
                following = state.steps[symbol]
            except KeyError:
                following = self._states.step(state, symbol)
            if following is not None:
                places[frame] = following
                if following.calls or following.ends:
                    self._todo.append((frame, following))
        if not places:
            return False
        self._places = places
        self._frames = {}
        self._position += 1
        return True

    def _settle(self) -> None:
        """Makes the calls and takes the ends that are possible at the position."""
        ended: set[tuple[Frame, bool]] = set()
        while self._todo:
            frame, state = self._todo.pop()
            for calling, call in state.calls:
                callee = self._frames.get(call.rule) or self._frame(call.rule)
                if call.turn is Turn.TAIL:
                    _hand_on(frame, calling, callee)
                else:
                    callee.callers[frame, calling] = None
            for ending, end in state.ends:
                if (frame, end.closed) not in ended and self._may_end(frame):
                    ended.add((frame, end.closed))
                    self._return(frame, ending, end.closed)

    def _frame(self, rule: str) -> Frame:
        frame = self._frames[rule] = Frame(rule, self._position)
        self._arrive(frame, self._states.start(rule))
        return frame

    def _arrive(self, frame: Frame, state: State) -> None:
        here = self._places.get(frame)
        self._places[frame] = state if here is None else self._states.union(here, state)
        if state.calls or state.ends:
            self._todo.append((frame, state))

    def _may_end(self, frame: Frame) -> bool:
        """Whether what comes next can come after the frame: most names end at each letter."""
        if self._position == len(self._symbols):
            return True
        return self._symbols[self._position] in self._states.follow[frame.rule]

    def _return(self, frame: Frame, ending: int, closed: bool) -> None:
        for caller, calling in frame.callers:
            if not closed and calling in self._states.only_closed:
                continue
            back = self._result.returns.setdefault((caller, self._position), [])
            known = any(calling == earlier for earlier, _, _ in back)
            back.append((calling, frame, ending))
            if caller is not None and not known:
                self._arrive(caller, self._states.after(calling))


def _hand_on(frame: Frame, calling: int, callee: Frame) -> None:
    """Gives the callers of a frame to the one it ends in. The frame that began first is kept."""
    origin: Caller = (frame, calling)
    if not callee.callers:
        callee.callers = dict.fromkeys(frame.callers, origin)
        return
    for caller in frame.callers:
        earlier = callee.callers.get(caller, origin)
        if earlier is None or earlier[0] is None or earlier[0].start < frame.start:
            continue
        callee.callers[caller] = origin
