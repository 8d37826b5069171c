"""Stable sorting of many rows without a long step: sorted runs, then merged range by range."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from k2bench.content.data import Order, Pauses

RUN = 8192  # rows sorted in one step: about 3 ms


def sorted_indices(indices: Sequence[int], keys: Sequence[Any]) -> Pauses[Order]:
    """`indices` in the order of `keys[index]`; equal keys keep their order.

    Args:
        indices: places in `keys`.
        keys: comparable with each other.
    """
    key = keys.__getitem__
    runs = []
    for start in range(0, len(indices), RUN):
        runs.append(sorted(indices[start : start + RUN], key=key))
        yield
    if len(runs) <= 1:
        return array("I", runs[0] if runs else ())
    splitters = _splitters(runs, keys)
    yield
    cuts = []
    for run in runs:
        cuts.append([0, *(bisect_left(run, split, key=key) for split in splitters), len(run)])
        yield
    merged = array("I")
    for part in range(len(splitters) + 1):
        bucket: list[int] = []
        for run, cut in zip(runs, cuts, strict=True):
            bucket += run[cut[part] : cut[part + 1]]
        bucket.sort(key=key)  # made of sorted runs: the sort merges them
        merged.extend(bucket)
        yield
    return merged


def _splitters(runs: list[list[int]], keys: Sequence[Any]) -> list[Any]:
    """Keys that cut all rows into parts of about RUN rows, equal keys in one part."""
    sample = sorted(keys[index] for run in runs for index in run[:: RUN // 64])
    chosen = sample[64::64]
    return [key for place, key in enumerate(chosen) if place == 0 or chosen[place - 1] != key]
