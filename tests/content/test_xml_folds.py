from k2bench.content.lines import Fold
from k2bench.content.pretty_xml import PrettyXml
from tests.content.samples import done

DATA = b"<a><b>leaf</b><c><d/><e><f/></e></c><g></g>text</a>"
#        0  1          2  3   4  5   6   7   8       9   10


def pretty(data):
    return done(PrettyXml(data).read())


def test_elements_with_lines_of_their_own_fold():
    lines = pretty(DATA)
    folds = {line: lines.fold_at(line) for line in range(lines.count()) if lines.opens(line)}
    assert folds == {0: Fold(0, 10), 2: Fold(2, 7), 4: Fold(4, 6)}
    assert lines.fold_at(3) == Fold(2, 7)
    assert lines.fold_at(8) == Fold(0, 10)


def test_levels():
    lines = pretty(DATA)
    assert list(lines.folds(0)) == [Fold(0, 10)]
    assert list(lines.folds(1)) == [Fold(2, 7)]
    assert list(lines.folds(2)) == [Fold(4, 6)]
    assert list(lines.folds(3)) == []


def test_a_search_without_a_find_pauses():
    lines = pretty(b"<a>" + b"<b><c/></b>" * 50_000 + b"</a>")
    assert list(lines.folds(2)) == [None] * 10


def test_what_is_never_closed_ends_with_the_layout():
    lines = pretty(b"<a><b><c/>")
    assert lines.fold_at(0) == Fold(0, 2)
    lines = pretty(b"<a><b><c/></a>")
    assert lines.fold_at(1) == Fold(1, 2)
    assert lines.fold_at(3) is None


def test_nothing_folds_before_its_end_is_known():
    lines = PrettyXml(b"<a>" + b"<b><c/></b>" * 50_000 + b"</a>")
    work = lines.read()
    next(work)
    assert not lines.opens(0)
    assert lines.fold_at(0) is None
    assert lines.fold_at(2) == Fold(1, 3)


def test_depth_costs_no_recursion():
    lines = pretty(b"<a>" * 100_000 + b"</a>" * 100_000)
    assert lines.fold_at(99_000) == Fold(99_000, 100_998)
