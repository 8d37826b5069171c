"""The steps of a path, in expressions and in `$select` and `$expand`."""

from dataclasses import dataclass
from typing import TypeAlias

from k2bench.apis.odata.expression.tree.nodes import Expression, Literal, Node
from k2bench.apis.odata.expression.tree.options import Option


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A name without a namespace: a property, a type, a variable of `any` or `all`."""

    name: str


@dataclass(frozen=True, slots=True)
class QualifiedName(Node):
    """A name with its namespace: a type to cast to, or (in `$select`) an action or function."""

    name: str


@dataclass(frozen=True, slots=True)
class Variable(Node):
    """`$it`, `$this` or `$root`."""

    name: str


@dataclass(frozen=True, slots=True)
class Alias(Node):
    """`@name` where a path begins: a parameter alias, or a term of the default namespace."""

    name: str


@dataclass(frozen=True, slots=True)
class Annotation(Node):
    """`@term` or `@term#qualifier`."""

    term: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Argument(Node):
    name: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Invocation(Node):
    """The call of a function of the service, with named arguments."""

    name: str
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyValue(Node):
    """One part of a key; a simple key has no name."""

    name: str
    value: Literal | Alias


@dataclass(frozen=True, slots=True)
class Key(Node):
    """`(1)` or `(a=1,b=2)` behind a name."""

    values: tuple[KeyValue, ...]


@dataclass(frozen=True, slots=True)
class KeySegment(Node):
    """A key written as a step, `/1`.

    OData's grammar lets nearly anything without a blank pass as one: `Name)` in `Supplier/Name)`.
    """

    text: str

    @property
    def is_plain(self) -> bool:
        """Whether it looks like a key, rather than like a slip that the grammar lets pass."""
        return all(c.isalnum() or c in "-._~" for c in self.text)


@dataclass(frozen=True, slots=True)
class FilterStep(Node):
    """`/$filter(condition)`."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class Count(Node):
    """`/$count`, in an expression perhaps with `$filter` and `$search`."""

    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Lambda(Node):
    """`any(variable:condition)`, `all(variable:condition)` or `any()`."""

    operator: str
    variable: str = ""
    condition: Expression | None = None


@dataclass(frozen=True, slots=True)
class Star(Node):
    """`*` in `$select` and `$expand`."""


@dataclass(frozen=True, slots=True)
class AllOperations(Node):
    """`Namespace.*` in `$select`."""

    namespace: str


@dataclass(frozen=True, slots=True)
class Signature(Node):
    """The parameter names in `$select` that tell apart functions of one name."""

    parameters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """`/$ref` in `$expand`."""


@dataclass(frozen=True, slots=True)
class MediaValue(Node):
    """`$value` in `$expand`: the media stream."""


Step: TypeAlias = (
    Name
    | QualifiedName
    | Variable
    | Alias
    | Annotation
    | Invocation
    | Key
    | KeySegment
    | FilterStep
    | Count
    | Lambda
    | Star
    | AllOperations
    | Signature
    | Ref
    | MediaValue
)
