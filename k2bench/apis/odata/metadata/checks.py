"""Finds what is odd in metadata that was read: names that lead nowhere, circles, doubles.

Nothing here keeps the rest from being used; the model stays as it was sent.
"""

from collections.abc import Generator, Iterable, Iterator
from typing import TypeAlias

from k2bench.apis.odata.metadata.circles import PAUSE_AFTER, circles
from k2bench.apis.odata.metadata.document import Metadata, Schema
from k2bench.apis.odata.metadata.types import ComplexType
from k2bench.core.problem import Problem, ProblemKind

SHOWN = 3  # names in the hint; the details have up to LISTED
LISTED = 200
DEEPEST = 100  # bases of a type that are searched for a key

Names: TypeAlias = Generator[None, None, list[str]]
"""Names with something odd, found with pauses."""


def check(metadata: Metadata) -> Generator[None, None, tuple[Problem, ...]]:
    """All that is odd, at most one problem of each sort."""
    schemas = metadata.schemas
    known: dict[str, int] = {}
    doubles = yield from _doubles(schemas, known)
    bases = yield from _bases(schemas)
    round_about = yield from circles(bases)
    foreign = {include.namespace for each in metadata.references for include in each.includes}
    missing = yield from _missing(schemas, known, foreign)
    keyless = yield from _without_key(schemas, bases)
    found = (
        _problem(missing, "{} named but not defined", "Their values are shown as they come"),
        _problem(round_about, "{} a base of itself", "What they inherit is read once"),
        _problem(doubles, "{} defined more than once", "The first definition counts"),
        _problem(keyless, "{} without a key", "Single rows cannot be addressed"),
    )
    return tuple(problem for problem in found if problem)


def _problem(names: list[str], title: str, meaning: str) -> Problem | None:
    if not names:
        return None
    count = "1 type is" if len(names) == 1 else f"{len(names)} types are"
    shown = ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")
    listed = "\n".join(names[:LISTED])
    hint = f"{meaning}: {shown}."
    return Problem(ProblemKind.PROTOCOL, title.format(count), hint, detail=listed)


def _defined(schemas: Iterable[Schema]) -> Iterator[str]:
    for schema in schemas:
        for group in (
            schema.entity_types,
            schema.complex_types,
            schema.enum_types,
            schema.type_definitions,
        ):
            yield from (each.name for each in group)


def _structured(schemas: Iterable[Schema]) -> Iterator[ComplexType]:
    for schema in schemas:
        yield from schema.entity_types
        yield from schema.complex_types


def _doubles(schemas: tuple[Schema, ...], known: dict[str, int]) -> Names:
    """Fills `known` with how often each name is defined."""
    for at, name in enumerate(_defined(schemas)):
        known[name] = known.get(name, 0) + 1
        if at % PAUSE_AFTER == 0:
            yield
    return [name for name, count in known.items() if count > 1]


def _bases(schemas: tuple[Schema, ...]) -> Generator[None, None, dict[str, str]]:
    bases: dict[str, str] = {}
    for at, each in enumerate(_structured(schemas)):
        if each.base:
            bases.setdefault(each.name, each.base)
        if at % PAUSE_AFTER == 0:
            yield
    return bases


def _missing(schemas: tuple[Schema, ...], known: dict[str, int], foreign: set[str]) -> Names:
    missing: dict[str, None] = {}
    for at, (name, used) in enumerate(_uses(schemas)):
        for each in used:
            if each not in known and not _elsewhere(each, foreign):
                missing[each or f"(no type, in {name})"] = None
        if at % PAUSE_AFTER == 0:
            yield
    return list(missing)


def _uses(schemas: tuple[Schema, ...]) -> Iterator[tuple[str, list[str]]]:
    """Names of what uses types, and the types used."""
    for each in _structured(schemas):
        used = [prop.type.name for prop in each.properties]
        used += [prop.type.name for prop in each.navigation_properties]
        yield each.name, [*used, each.base] if each.base else used
    for schema in schemas:
        for operation in schema.operations:
            used = [parameter.type.name for parameter in operation.parameters]
            returned = [operation.returns.type.name] if operation.returns else []
            yield operation.name, used + returned
        for container in schema.containers:
            for entity_set in container.sets:
                yield entity_set.name, [entity_set.type]
            for singleton in container.singletons:
                yield singleton.name, [singleton.type]


def _elsewhere(name: str, foreign: set[str]) -> bool:
    namespace = name.rpartition(".")[0]
    return namespace == "Edm" or namespace in foreign


def _without_key(schemas: tuple[Schema, ...], bases: dict[str, str]) -> Names:
    """Types of entity sets that neither have nor inherit a key."""
    keyed = {each.name: bool(each.key) for s in schemas for each in s.entity_types}
    found: dict[str, None] = {}
    sets = (each for s in schemas for container in s.containers for each in container.sets)
    for at, entity_set in enumerate(sets):
        name = entity_set.type
        chain: list[str] = []
        while name in keyed and not keyed[name] and len(chain) < DEEPEST:
            chain.append(name)
            name = bases.get(name, "")
        if chain and not keyed.get(name, name != ""):
            found[entity_set.type] = None
        if at % PAUSE_AFTER == 0:
            yield
    return list(found)
