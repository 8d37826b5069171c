"""The syntax tree of an expression: frozen values, in the order in which a person reads them.

`start` and `end` are offsets in the text that was parsed; two trees are equal if they say the same
thing, wherever it was written. Brackets leave no node: the tree is the grouping. `and` and `or`
hold all their operands, so a filter of 1,000 conditions is one level deep. Without a schema a
`Name` may be a property, a type, a range variable; the tree does not decide.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from k2bench.apis.odata.expression.tree.steps import Step


class LiteralKind(StrEnum):
    """What a literal is, as far as its text alone shows it."""

    NULL = "null"
    BOOLEAN = "boolean"
    NUMBER = "number"
    STRING = "string"  # may also be an enumeration member or a duration without its prefix
    GUID = "guid"
    DATE = "date"
    DATE_TIME_OFFSET = "dateTimeOffset"
    TIME_OF_DAY = "timeOfDay"
    DURATION = "duration"
    ENUM = "enum"
    BINARY = "binary"
    GEOGRAPHY = "geography"
    GEOMETRY = "geometry"
    JSON_STRING = "jsonString"  # "..." inside an array or an object


class Operator(StrEnum):
    """The operators between two operands (OData URL Conventions, section 5.1.1)."""

    ADD = "add"
    SUB = "sub"
    MUL = "mul"
    DIV = "div"
    DIVBY = "divby"
    MOD = "mod"
    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    HAS = "has"
    IN = "in"
    AND = "and"
    OR = "or"


@dataclass(frozen=True, slots=True)
class Node:
    """What all parts of a tree have: their place in the text."""

    start: int = field(default=0, compare=False, kw_only=True)
    end: int = field(default=0, compare=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A value as it is written: quotes, prefix and all."""

    kind: LiteralKind
    text: str


@dataclass(frozen=True, slots=True)
class Path(Node):
    """`Supplier/Address/City`, `$it`, `Items/any(i:...)`: steps from left to right."""

    steps: "tuple[Step, ...]"


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """An arithmetic or comparison operator, `has` or `in`."""

    operator: Operator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Logic(Node):
    """`and` or `or` with two operands or more."""

    operator: Operator
    operands: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Not(Node):
    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Negate(Node):
    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A function that OData itself defines, by its name in the specification."""

    name: str
    arguments: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Branch(Node):
    condition: "Expression"
    value: "Expression"


@dataclass(frozen=True, slots=True)
class Case(Node):
    """`case(condition:value,...)`."""

    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Cast(Node):
    """`cast(operand,type)`; without an operand it is the current instance."""

    operand: "Expression | None"
    type: str


@dataclass(frozen=True, slots=True)
class IsOf(Node):
    """`isof(operand,type)`; without an operand it is the current instance."""

    operand: "Expression | None"
    type: str


@dataclass(frozen=True, slots=True)
class List(Node):
    """What `in` looks into: `('a','b')`."""

    items: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Array(Node):
    """`[...]` in JSON, whose values may be expressions."""

    items: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Member(Node):
    """One member of an object; `name` is a JSON string with its quotes."""

    name: str
    value: "Expression"


@dataclass(frozen=True, slots=True)
class Object(Node):
    """`{...}` in JSON, whose values may be expressions."""

    members: tuple[Member, ...]


Expression: TypeAlias = (
    Literal
    | Path
    | Binary
    | Logic
    | Not
    | Negate
    | Call
    | Case
    | Cast
    | IsOf
    | List
    | Array
    | Object
)
