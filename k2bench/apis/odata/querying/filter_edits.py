"""Changes to the parts of a `$filter`. What a change does not touch keeps its text.

A place is the indices on the way from the whole to a part: `()` the whole, `(1, 0)` the first part
of its second part. Brackets are set where a change would turn the meaning of what stands around it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.querying.condition import Condition
from k2bench.apis.odata.querying.filter_parts import Group, Join, Part, Raw, read

Place: TypeAlias = tuple[int, ...]

_WORD = re.compile(r"and|or", re.IGNORECASE)
_NOT = re.compile(r"not\s+(?=\()", re.IGNORECASE)
_KEY = re.compile(r"/[^\s()'/]*\Z")  # would take a bracket behind it into the key


def part_at(whole: Group, place: Place) -> Part:
    """The part at a place."""
    found: Part = whole
    for index in place:
        assert isinstance(found, Group)
        found = found.parts[index]
    return found


def replaced(whole: Group, place: Place, part: Part) -> Group:
    """`whole` with another part at a place."""
    if not place:
        return _as_whole(part)
    return _as_whole(_replaced(whole, place, part))


def added(whole: Group, place: Place, part: Part, join: Join | None = None) -> Group:
    """`whole` with a part more behind those of the group at `place`.

    Args:
        join: how the part is joined to them; None: as they are. Where it is another way, the group
            becomes a part of a new one: `a or b` and `c` are `(a or b) and c`.
    """
    group = part_at(whole, place)
    if not isinstance(group, Group):
        group = Group(join or Join.AND, (group,))
    elif (group.negated and not place) or (len(group.parts) > 1 and join not in (None, group.join)):
        group = Group(join or Join.AND, (_without_blanks(group),))
    elif len(group.parts) < 2 and join is not None:
        group = replace(group, join=join)
    if not group.parts:
        return replaced(whole, place, Group(group.join, (part,)))
    gaps = (*group.gaps, f" {group.join} ")
    return replaced(whole, place, _fitted(replace(group, parts=(*group.parts, part), gaps=gaps)))


def removed(whole: Group, place: Place) -> Group:
    """`whole` without a part. A group of one part is no longer one."""
    if not place:
        return Group(Join.AND)
    *above, index = place
    group = part_at(whole, tuple(above))
    assert isinstance(group, Group)
    parts = (*group.parts[:index], *group.parts[index + 1 :])
    cut = max(index - 1, 0)
    left = replace(group, parts=parts, gaps=(*group.gaps[:cut], *group.gaps[cut + 1 :]))
    if not parts:
        return removed(whole, tuple(above))
    return replaced(whole, tuple(above), left if len(parts) > 1 else _alone(left))


def with_join(whole: Group, place: Place, join: Join) -> Group:
    """`whole` with the parts of one group joined in another way."""
    group = part_at(whole, place)
    assert isinstance(group, Group)
    gaps = _rejoined(group, join)
    return replaced(whole, place, _fitted(replace(group, join=join, gaps=gaps)))


def with_negation(whole: Group, place: Place, negated: bool) -> Group:
    """`whole` with or without `not` before a group."""
    group = part_at(whole, place)
    assert isinstance(group, Group)
    if group.negated is negated:
        return whole
    if negated:
        group = _bracketed(group)
        opening = group.opening.replace("(", "not (", 1)
    else:
        opening = _NOT.sub("", group.opening, count=1)
    return replaced(whole, place, replace(group, opening=opening, negated=negated))


def grouped(whole: Group, place: Place, indices: Sequence[int]) -> Group:
    """`whole` with some parts of one group as a group in brackets, where the first of them is."""
    group = part_at(whole, place)
    assert isinstance(group, Group)
    chosen = sorted(set(indices))
    if len(chosen) < 2 or len(chosen) == len(group.parts):
        return whole
    gap = f" {group.join} "
    inner = tuple(group.parts[index] for index in chosen)
    together = chosen[-1] - chosen[0] == len(chosen) - 1
    gaps = group.gaps[chosen[0] : chosen[-1]] if together else (gap,) * (len(chosen) - 1)
    new = _bracketed(_fitted(Group(group.join, inner, gaps)))
    before = group.parts[: chosen[0]]
    behind = tuple(
        part for at, part in enumerate(group.parts) if at > chosen[0] and at not in chosen
    )
    outer = group.gaps[: chosen[0]]
    outer += group.gaps[chosen[-1] :] if together else (gap,) * len(behind)
    return replaced(whole, place, replace(group, parts=(*before, new, *behind), gaps=outer))


def ungrouped(whole: Group, place: Place) -> Group:
    """`whole` with the parts of a group in the group around it, joined as those are."""
    if not place:
        return whole
    group, parent = part_at(whole, place), part_at(whole, place[:-1])
    assert isinstance(group, Group)
    assert isinstance(parent, Group)
    index = place[-1]
    gaps = _rejoined(group, parent.join)
    merged = replace(
        parent,
        parts=(*parent.parts[:index], *group.parts, *parent.parts[index + 1 :]),
        gaps=(*parent.gaps[:index], *gaps, *parent.gaps[index:]),
    )
    return replaced(whole, place[:-1], _fitted(merged))


def part_of(text: str, dialect: Dialect = Dialect.V4) -> Part:
    """The part that a text is; raw if it is no filter, in which case it stays as it is."""
    found = read(text.strip(), dialect)
    if found is None or not found.parts:
        return Raw(text)
    return found.parts[0] if len(found.parts) == 1 else found


def _rejoined(group: Group, join: Join) -> tuple[str, ...]:
    if group.join is join:
        return group.gaps
    return tuple(_WORD.sub(join, gap) for gap in group.gaps)


def _replaced(group: Group, place: Place, part: Part) -> Group:
    index, *rest = place
    if rest:
        inner = group.parts[index]
        assert isinstance(inner, Group)
        part = _replaced(inner, tuple(rest), part)
    parts = (*group.parts[:index], part, *group.parts[index + 1 :])
    return _fitted(replace(group, parts=parts))


def _fitted(group: Group) -> Group:
    """With brackets around parts that would else be taken apart or joined with the others."""
    if len(group.parts) < 2:
        return group
    return replace(group, parts=tuple(_fit(part, group.join) for part in group.parts))


def _fit(part: Part, join: Join) -> Part:
    if not isinstance(part, Group):
        return part
    if len(part.parts) == 1 and not part.bracketed:
        return _fit(part.parts[0], join)
    part = _without_blanks(part)
    stronger = part.join is Join.AND and join is Join.OR
    return part if part.bracketed or stronger else _bracketed(part)


def _bracketed(group: Group) -> Group:
    if group.bracketed:
        return group
    group = _without_blanks(group)
    return replace(group, opening="(", closing=" )" if _KEY.search(group.text) else ")")


def _without_blanks(group: Group) -> Group:
    return replace(group, opening=group.opening.lstrip(), closing=group.closing.rstrip())


def _alone(group: Group) -> Part:
    """What is left of a group with one part: its brackets go, unless `not` stands before them."""
    (part,) = group.parts
    if not group.negated:
        return part
    opening, closing = group.opening.lstrip(), group.closing.rstrip()
    if isinstance(part, Group) and not part.negated:
        opening, closing = opening + part.opening, part.closing + closing
        return replace(part, opening=opening, closing=closing, negated=True)
    if isinstance(part, Condition):
        return _negated(part, opening, closing)
    return Raw(opening + part.text + closing)


def _negated(part: Condition, opening: str, closing: str) -> Condition | Raw:
    text = opening + part.text + closing
    places = tuple((start + len(opening), end + len(opening)) for start, end in part.places)
    if part.within is not None and not part.within.negated:
        within = replace(part.within, negated=True)
        return replace(part, text=text, within=within, places=places)
    if part.within is not None or part.negated:
        return Raw(text)
    return replace(part, text=text, negated=True, places=places)


def _as_whole(part: Part) -> Group:
    """A whole of one part is that part, if it is a group."""
    if not isinstance(part, Group):
        return Group(Join.AND, (part,))
    while len(part.parts) == 1 and isinstance(inner := part.parts[0], Group):
        if part.negated or inner.negated:
            break
        part = replace(
            inner, opening=part.opening + inner.opening, closing=inner.closing + part.closing
        )
    return part
