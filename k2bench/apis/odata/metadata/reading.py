"""Reads a metadata document into plain types, in steps: CSDL XML 1 to 4.01, CSDL JSON 4.01."""

from collections.abc import Callable, Generator
from functools import partial
from typing import TypeAlias, TypeVar

from k2bench.apis.odata.metadata.associations import resolved
from k2bench.apis.odata.metadata.checks import check
from k2bench.apis.odata.metadata.document import Metadata
from k2bench.apis.odata.metadata.error import unreadable
from k2bench.apis.odata.metadata.json_steps import read_json
from k2bench.apis.odata.metadata.prolog import Format, as_utf8, start_of
from k2bench.apis.odata.metadata.scope import Scope
from k2bench.apis.odata.metadata.xml_steps import read_xml
from k2bench.content.data import Pauses, Progress, Steps

T = TypeVar("T")
Reader: TypeAlias = Callable[[bytes, Scope], Generator[int, None, None]]


def read_metadata(data: bytes) -> Steps[Metadata]:
    """Read all of it. What is odd but usable is told in `Metadata.problems`.

    Raises:
        MetadataError: nothing can be made of it: a login page, XML that breaks off, ...
    """
    data, recoded = as_utf8(data)
    form, root = start_of(data)
    if form is Format.JSON:
        read: Reader = read_json
    else:
        _expect(data, root)
        read = partial(read_xml, recoded=recoded)
    scope = yield from _scope(data, read, Scope())
    if scope.unresolved & scope.aliases.keys():
        # A schema used the alias of a later one: only now is it known what that stands for.
        scope = yield from _scope(data, read, Scope(scope.aliases))
    if not scope.schemas:
        raise unreadable("The metadata has no schema", "It describes nothing.", data)
    return (yield from _finished(scope, len(data)))


def _expect(data: bytes, root: str) -> None:
    """Known things that are no metadata get words of their own."""
    if root.lower() == "service":
        hint = "The metadata is at its address with $metadata behind it."
        raise unreadable("This is a service document, not metadata", hint, data)
    if root.lower() == "error":
        hint = "The details show what it says."
        raise unreadable("The server sent an error instead of metadata", hint, data)


def _scope(data: bytes, read: Reader, scope: Scope) -> Steps[Scope]:
    for at in read(data, scope):
        yield Progress(at, len(data))
    return scope


def _finished(scope: Scope, total: int) -> Steps[Metadata]:
    schemas = tuple(scope.schemas)
    if scope.relationships.legs or scope.relationships.sets:
        schemas = yield from _told(resolved(schemas, scope.relationships), total)
    version = scope.version if scope.version.startswith("4") else scope.older_version or "3.0"
    read = Metadata(version, schemas, tuple(scope.references))
    odd = yield from _told(check(read), total)
    return Metadata(version, schemas, read.references, (*scope.problems, *odd))


def _told(work: Pauses[T], total: int) -> Generator[Progress, None, T]:
    """Run `work`, saying at each pause that everything has been read. Returns its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        yield Progress(total, total)
