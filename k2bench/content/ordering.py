"""Stable sorting of many rows without a long step: sorted runs, then merged range by range."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from k2bench.content.data import Order, Pauses

RUN = 4096  # rows sorted in one step: about 2 ms
MOST_RUNS = 256  # their number is squared in the time that merging takes


def sorted_indices(indices: Sequence[int], keys: Sequence[Any]) -> Pauses[Order]:
    """`indices` in the order of `keys[index]`; equal keys keep their order.

    Args:
        indices: places in `keys`.
        keys: comparable with each other.
    """
    key = keys.__getitem__
    size = max(RUN, len(indices) // MOST_RUNS)
    runs = []
    for start in range(0, len(indices), size):
        runs.append(sorted(indices[start : start + size], key=key))
        yield
    if len(runs) <= 1:
        return array("I", runs[0] if runs else ())
    splitters = _splitters(runs, keys, size)
    yield
    cuts = []
    for run in runs:
        cuts.append([0, *(bisect(run, split, key=key) for bisect, split in splitters), len(run)])
        yield
    merged = array("I")
    for part in range(len(splitters) + 1):
        slices = [run[cut[part] : cut[part + 1]] for run, cut in zip(runs, cuts, strict=True)]
        slices = [one for one in slices if one]
        if len({key(end) for one in slices for end in (one[0], one[-1])}) > 1:
            slices = [sorted(chain.from_iterable(slices), key=key)]  # merges what is sorted
        for one in slices:
            merged.extend(one)
            yield
    return merged


def _splitters(
    runs: list[list[int]], keys: Sequence[Any], size: int
) -> list[tuple[Callable[..., int], Any]]:
    """Keys that cut all rows into parts of about `size` rows.

    A key of very many rows gets a part of its own, which needs no sorting.

    Returns:
        How each key is to be looked for (before or behind its equals), and the key.
    """
    sample = sorted(keys[index] for run in runs for index in run[:: max(1, size // 64)])
    chosen = sample[64::64]
    splitters: list[tuple[Callable[..., int], Any]] = []
    for place, key in enumerate(chosen):
        if place == 0 or chosen[place - 1] != key:
            splitters.append((bisect_left, key))
        elif splitters[-1] == (bisect_left, key):
            splitters.append((bisect_right, key))
    return splitters
