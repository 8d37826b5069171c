"""What is known while a document is read: aliases, the schema's namespace, what was odd."""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar

from k2bench.apis.odata.metadata.annotation import Annotation, Expression
from k2bench.apis.odata.metadata.associations import Leg, Relationships
from k2bench.apis.odata.metadata.document import Reference, Schema
from k2bench.apis.odata.metadata.types import NO_FACETS, Facets, Operation, TypeRef
from k2bench.core.problem import Problem, ProblemKind

Attributes: TypeAlias = dict[str, str]
"""Of one element. A builder takes out what it knows; the rest become annotations."""

Build: TypeAlias = Callable[["Scope", Attributes, list[Any]], Any]
"""Makes the value of an element from its attributes and its children's values; None for nothing."""

T = TypeVar("T")

MOST_PROBLEMS = 100
PRIMITIVES = {
    *("Boolean", "Byte", "SByte", "Int16", "Int32", "Int64", "Decimal", "Double", "Single"),
    *("Date", "DateTime", "DateTimeOffset", "Duration", "Time", "TimeOfDay"),
    *("String", "Guid", "Binary", "Stream"),
}
"""Types that a schema of OData 1 to 3 may name without `Edm.`."""
_REQUIRED = Facets(nullable=False)
_TRUE = ("true", "1")


class Scope:
    """The state of one reading.

    Attributes:
        namespace: of the schema that is being read.
        aliases: short names of namespaces, in the whole document (section 4.1.1).
        unresolved: first parts of names for which no alias was known when they came.
        problems: what was odd.
        schemas: in the order in which they ended.
        references: to other documents.
        version: of the frame, as it says.
        older_version: of OData 1 to 3, from another attribute.
        older_operations: what the imports of OData 1 to 3 in this schema stand for.
        relationships: of OData 1 to 3, to be resolved when all is read.
    """

    def __init__(self, aliases: dict[str, str] | None = None) -> None:
        self.namespace = ""
        self.aliases = dict(aliases or {})
        self.unresolved: set[str] = set()
        self.problems: list[Problem] = []
        self.schemas: list[Schema] = []
        self.references: list[Reference] = []
        self.version = ""
        self.older_version = ""
        self.older_operations: list[Operation] = []
        self.relationships = Relationships()
        self._types: dict[str, TypeRef] = {}
        self._facets: dict[Facets, Facets] = {}

    def note(self, title: str, hint: str = "") -> None:
        """Remember something odd that does not keep the rest from being read."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(ProblemKind.PROTOCOL, title, hint))

    def enter(self, namespace: str, alias: str) -> None:
        """A schema starts."""
        self.namespace = namespace
        self._types.clear()  # the same alias may mean another namespace here
        if alias:
            self.aliases[alias] = namespace

    def keep_legs(self, owner: str, children: Iterable[Any]) -> None:
        """Remember the navigation properties of OData 1 to 3 among the children of a type."""
        legs = those(children, Leg)
        if legs:
            self.relationships.legs[owner] = legs

    def own(self, name: str) -> str:
        """The qualified name of something that this schema defines."""
        return f"{self.namespace}.{name}"

    def resolve(self, name: str) -> str:
        """A qualified name with its namespace in the place of an alias."""
        first, dot, rest = name.rpartition(".")
        if not dot or first == "Edm":
            return name
        if first in self.aliases:
            return f"{self.aliases[first]}.{rest}"
        self.unresolved.add(first)
        return name

    def resolve_path(self, path: str) -> str:
        """The same for the first segment of a path, and for what stands in its parentheses."""
        first, slash, rest = path.partition("/")
        name, opened, inner = first.partition("(")
        types = ",".join(str(self.type_ref(each)) for each in inner.removesuffix(")").split(","))
        closed = f"({types})" if opened else ""
        return self.resolve(name) + closed + slash + rest

    def type_ref(self, text: str) -> TypeRef:
        """A type as an attribute writes it: `Ns.T`, `Collection(Ns.T)`; without `Edm.` in v1."""
        known = self._types.get(text)
        if known is None:
            inner = text.strip()
            collection = inner.startswith("Collection(") and inner.endswith(")")
            name = inner[11:-1].strip() if collection else inner
            name = f"Edm.{name}" if name in PRIMITIVES else self.resolve(name)
            known = self._types[text] = TypeRef(name, collection)
        return known

    def facets(self, attributes: Attributes) -> Facets:
        """Take the facets out of `attributes`; equal ones share one object."""
        if not attributes:
            return NO_FACETS
        if len(attributes) == 1 and attributes.get("Nullable") == "false":
            attributes.clear()
            return _REQUIRED
        take = attributes.pop
        facets = Facets(
            nullable=flag(take("Nullable", None)),
            max_length=take("MaxLength", ""),
            precision=take("Precision", ""),
            scale=take("Scale", ""),
            srid=take("SRID", ""),
            unicode=flag(take("Unicode", None)),
            default=take("DefaultValue", None),
        )
        return self._facets.setdefault(facets, facets)

    def annotations(
        self, attributes: Attributes, children: Iterable[Any]
    ) -> tuple[Annotation, ...]:
        """Those among the children, and what was not taken out of `attributes`."""
        found = [child for child in children if type(child) is Annotation]
        for name, text in attributes.items():
            found.append(Annotation(name, Expression("String", text)))
        return tuple(found)


def flag(text: str | None, default: bool | None = None) -> bool | None:
    """An XML Schema boolean; `default` when the attribute is missing."""
    return default if text is None else text.strip().lower() in _TRUE


def truth(text: str | None) -> bool:
    """The same, False when the attribute is missing."""
    return text is not None and text.strip().lower() in _TRUE


def those(children: Iterable[Any], kind: type[T]) -> tuple[T, ...]:
    """The children of exactly this class, in their order."""
    return tuple([child for child in children if type(child) is kind])


def first_of(children: Iterable[Any], kind: type[T]) -> T | None:
    """The first child of this class."""
    return next((child for child in children if type(child) is kind), None)
