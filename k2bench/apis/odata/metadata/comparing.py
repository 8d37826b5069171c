"""Compares two states of a service: two dates, or two environments."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from k2bench.apis.odata.metadata import facts
from k2bench.apis.odata.metadata.change import Change, ChangeKind
from k2bench.apis.odata.metadata.document import Metadata, Schema
from k2bench.apis.odata.metadata.facts import Facts
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.types import ComplexType, OperationKind
from k2bench.content.data import Progress, Steps

PAUSE_AFTER = 50  # things that were compared

ADDED, REMOVED, CHANGED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED
_NOTHING = "—"

Group: TypeAlias = tuple[str, Callable[[Metadata], dict[str, Any]], Callable[[Any], Facts]]
"""What they are called, how to get them by name, and what to compare of each."""


def compare(old: Metadata, new: Metadata) -> tuple[Change, ...]:
    """All differences, at once. For large metadata use `compare_in_steps`."""
    work = compare_in_steps(old, new)
    while True:
        try:
            next(work)
        except StopIteration as end:
            changes: tuple[Change, ...] = end.value
            return changes


def compare_in_steps(old: Metadata, new: Metadata) -> Steps[tuple[Change, ...]]:
    """All differences: sets and what can be called first, then types with their properties."""
    changes: list[Change] = []
    total = len(_GROUPS)
    for at, (what, things_of, facts_of) in enumerate(_GROUPS):
        before = things_of(old)
        yield Progress(at, total)
        after = things_of(new)
        yield Progress(at, total)
        for count, name in enumerate({**before, **after}, 1):
            changes += _one(what, name, before.get(name), after.get(name), facts_of)
            if count % PAUSE_AFTER == 0:
                yield Progress(at, total)
    yield Progress(total, total)
    return tuple(changes)


def _one(
    what: str, name: str, before: Any, after: Any, facts_of: Callable[[Any], Facts]
) -> Iterable[Change]:
    if before is None:
        return [Change(ADDED, what, name)]
    if after is None:
        return [Change(REMOVED, what, name)]
    details = different(facts_of(before), facts_of(after))
    found = [Change(CHANGED, what, name, details)] if details else []
    if isinstance(before, ComplexType) and isinstance(after, ComplexType):
        found += _members(name, before, after)
    return found


def different(before: Facts, after: Facts) -> tuple[str, ...]:
    """A line for each fact that is not the same."""
    return tuple(
        f"{name}: {before.get(name, _NOTHING)} → {after.get(name, _NOTHING)}"
        for name in {**before, **after}
        if before.get(name) != after.get(name)
    )


def _members(owner: str, before: ComplexType, after: ComplexType) -> list[Change]:
    found: list[Change] = []
    for what, olds, news, facts_of in (
        ("property", before.properties, after.properties, facts.typed),
        (
            "navigation property",
            before.navigation_properties,
            after.navigation_properties,
            facts.navigation,
        ),
    ):
        if olds == news:
            continue
        old_ones, new_ones = _by_name(olds), _by_name(news)
        for name in {**old_ones, **new_ones}:
            path = f"{owner}/{name}"
            found += _one(what, path, old_ones.get(name), new_ones.get(name), facts_of)
    return found


def _by_name(things: Iterable[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in things:
        found.setdefault(each.name, each)
    return found


def _of_schemas(part: Callable[[Schema], Iterable[Any]]) -> Callable[[Metadata], dict[str, Any]]:
    return lambda metadata: _by_name(each for s in metadata.schemas for each in part(s))


def _of_index(part: Callable[[Index], Mapping[str, Any]]) -> Callable[[Metadata], dict[str, Any]]:
    return lambda metadata: dict(part(Index(metadata)))


def _operations(kind: OperationKind) -> Callable[[Metadata], dict[str, Any]]:
    return lambda metadata: {
        facts.signature(each): each
        for schema in metadata.schemas
        for each in schema.operations
        if each.kind is kind
    }


_GROUPS: tuple[Group, ...] = (
    ("entity set", _of_index(lambda index: index.sets), facts.entity_set),
    ("singleton", _of_index(lambda index: index.singletons), facts.entity_set),
    ("import", _of_index(lambda index: index.imports), facts.operation_import),
    ("action", _operations(OperationKind.ACTION), facts.operation),
    ("function", _operations(OperationKind.FUNCTION), facts.operation),
    ("entity type", _of_schemas(lambda schema: schema.entity_types), facts.structured),
    ("complex type", _of_schemas(lambda schema: schema.complex_types), facts.structured),
    ("enumeration", _of_schemas(lambda schema: schema.enum_types), facts.enumeration),
    ("type definition", _of_schemas(lambda schema: schema.type_definitions), facts.definition),
    ("term", _of_schemas(lambda schema: schema.terms), facts.typed),
)
