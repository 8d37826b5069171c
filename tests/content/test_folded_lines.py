import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from k2bench.content import folded_lines
from k2bench.content.folded_lines import FoldedLines, folded_below
from k2bench.content.lines import Fold
from k2bench.content.pretty_json import PrettyJson
from tests.content.samples import done

MANY = 40
PLACES = st.integers(0, MANY - 1)


class Numbers:
    """Lines that say their number."""

    def count(self):
        return MANY

    def text(self, line):
        return str(line)

    def width(self):
        return 2


class AgainstAPlainList(RuleBasedStateMachine):
    """The model is a dict of all folds, whatever stands within another."""

    def __init__(self):
        super().__init__()
        self.lines = FoldedLines(Numbers())
        self.folds: dict[int, int] = {}

    def hidden(self, line):
        return [first for first, last in self.folds.items() if first < line <= last]

    def reveal_in_model(self, line):
        for first in self.hidden(line):
            del self.folds[first]

    @rule(first=PLACES, size=st.integers(-1, 12))
    def fold(self, first, size):
        last = min(first + size, MANY - 1)
        self.lines.fold(Fold(first, last))
        if last <= first:
            return
        self.reveal_in_model(first)
        across = [f for f, end in self.folds.items() if first < f <= last < end]
        for other in across:
            del self.folds[other]
        self.folds[first] = last

    @rule(line=PLACES)
    def unfold(self, line):
        self.lines.unfold(line)
        if not self.hidden(line):
            self.folds.pop(line, None)

    @rule(line=PLACES)
    def reveal(self, line):
        self.lines.reveal(line)
        self.reveal_in_model(line)

    @rule()
    def unfold_all(self):
        self.lines.unfold_all()
        self.folds.clear()

    @rule(cuts=st.lists(PLACES, unique=True, max_size=10).map(sorted))
    def begin_anew(self, cuts):
        self.folds = dict(zip(cuts[::2], cuts[1::2], strict=False))
        self.lines = FoldedLines(Numbers())
        for pair in self.folds.items():
            self.lines.fold_last(Fold(*pair))
        assert self.lines.folds() == len(self.folds)

    @invariant()
    def agrees(self):
        real = [line for line in range(MANY) if not self.hidden(line)]
        assert [self.lines.text(i) for i in range(self.lines.count())] == list(map(str, real))
        assert [self.lines.real(i) for i in range(len(real))] == real
        for line in range(MANY):
            above = max(shown for shown in real if shown <= line)
            assert self.lines.shown(line) == real.index(above)
            assert self.lines.is_hidden(line) == (line not in real)
            last = self.folds.get(line) if line in real else None
            assert self.lines.folded(line) == (None if last is None else Fold(line, last))


TestAgainstAPlainList = AgainstAPlainList.TestCase


@given(st.integers(1, 60))
def test_folds_within_folds_come_back_as_they_were(depth):
    lines = FoldedLines(Numbers())
    pairs = [Fold(at, MANY - 1 - at) for at in range(min(depth, MANY // 2 - 1))]
    for fold in reversed(pairs):
        lines.fold(fold)
    for fold in pairs:
        assert lines.folded(fold.first) == fold
        lines.unfold(fold.first)
    assert lines.count() == MANY


@pytest.mark.parametrize("line", [0, 5, MANY - 1])
def test_without_folds_it_is_the_text(line):
    lines = FoldedLines(Numbers())
    assert lines.real(line) == lines.shown(line) == line
    assert lines.width() == 2


ROWS = b"[" + b",".join(b'{"id":%d}' % number for number in range(40_000)) + b"]"


def test_a_text_folded_below_a_level_in_steps():
    lines = done(PrettyJson(ROWS).read())
    folded = done(folded_below(lines, 1))
    assert folded.folds() == 40_000
    assert folded.count() == 40_002
    assert folded.folded(1) == Fold(1, 3)
    assert sum(1 for _ in folded_below(lines, 1)) >= 40


def test_not_more_is_folded_than_the_window_can_take(monkeypatch):
    monkeypatch.setattr(folded_lines, "MOST_FOLDS", 10)
    folded = done(folded_below(done(PrettyJson(ROWS).read()), 1))
    assert folded.folds() == 10
    assert not folded.is_hidden(100)


def test_a_longer_text_takes_the_folds_over():
    lines = FoldedLines(Numbers())
    lines.fold(Fold(3, 5))
    lines.fold(Fold(1, 9))
    over = lines.over(Numbers())
    assert over.folded(1) == Fold(1, 9)
    over.unfold(1)
    assert over.folded(3) == Fold(3, 5)
    assert lines.folded(1) == Fold(1, 9)
