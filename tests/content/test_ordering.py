import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import ordering
from k2bench.content.ordering import sorted_indices
from tests.content.samples import done


@given(st.lists(st.integers(0, 30), max_size=400), st.sampled_from([64, 100]))
def test_it_sorts_as_sorted_does_and_is_stable(keys, run):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordering, "RUN", run)
        order = done(sorted_indices(range(len(keys)), keys))
    assert list(order) == sorted(range(len(keys)), key=keys.__getitem__)


@pytest.mark.parametrize("spread", [1, 3, 10**9])
def test_many_rows_are_sorted_in_many_steps(spread):
    keys = [random.Random(7).randrange(spread) for _ in range(100_000)]
    keys = [(key * 48271 + place) % spread for place, key in enumerate(keys)]
    work = sorted_indices(range(len(keys)), keys)
    steps = 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            order = end.value
            break
        steps += 1
    assert list(order) == sorted(range(len(keys)), key=keys.__getitem__)
    assert steps > 20


def test_a_part_of_the_places():
    assert list(done(sorted_indices([4, 1, 0], "zyxww"))) == [4, 1, 0]
