"""The entity model: what a SmartObject looks like to OData, and to SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

NAMESPACE = "K2.SmartObjects"


class Edm(Enum):
    """The primitive types in use (OData CSDL 4.0 §4.4)."""

    STRING = "Edm.String"
    INT32 = "Edm.Int32"
    INT64 = "Edm.Int64"
    DECIMAL = "Edm.Decimal"
    BOOLEAN = "Edm.Boolean"
    GUID = "Edm.Guid"
    DATE = "Edm.Date"
    TIME_OF_DAY = "Edm.TimeOfDay"
    DATE_TIME_OFFSET = "Edm.DateTimeOffset"


_TEXT_TYPES = frozenset({Edm.STRING, Edm.GUID, Edm.DATE, Edm.TIME_OF_DAY, Edm.DATE_TIME_OFFSET})


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a SmartObject.

    In SQLite a decimal is an integer scaled by 10**scale, so that it is exact and sorts as a
    number; a point in time is its text beside a UTC integer.

    Attributes:
        scale: Digits after the point of a decimal.
        max_length: Of a string; None is unbounded, as K2's memo.
    """

    name: str
    type: Edm
    nullable: bool = True
    scale: int = 0
    max_length: int | None = None

    @property
    def column(self) -> str:
        """The quoted column with the value."""
        return f'"{self.name}"'

    @property
    def order_column(self) -> str:
        """The quoted column to compare and sort by."""
        return f'"{self.name}__utc"' if self.type is Edm.DATE_TIME_OFFSET else self.column

    @property
    def orders_as_text(self) -> bool:
        """Whether that column holds text; otherwise it holds integers."""
        return self.type in _TEXT_TYPES and self.type is not Edm.DATE_TIME_OFFSET

    def declarations(self) -> list[str]:
        """The column declarations of this property for CREATE TABLE."""
        kind = "TEXT" if self.type in _TEXT_TYPES else "INTEGER"
        required = "" if self.nullable else " NOT NULL"
        columns = [f"{self.column} {kind}{required}"]
        if self.type is Edm.DATE_TIME_OFFSET:
            columns.append(f"{self.order_column} INTEGER{required}")
        return columns


class MethodKind(Enum):
    """What a method gives back, in K2's words."""

    LIST = "list"
    EXECUTE = "execute"


@dataclass(frozen=True, slots=True)
class Method:
    """A further method of a SmartObject; its inputs are properties, as all inputs in K2 are.

    Attributes:
        sql: A condition (LIST) or an assignment list (EXECUTE) with the inputs as `:Name`.
        inputs: Names of the properties it needs. A method of kind EXECUTE starts with the key.
    """

    name: str
    kind: MethodKind
    sql: str
    inputs: tuple[str, ...]


Populate = Callable[[sqlite3.Connection, int], None]


@dataclass(frozen=True, slots=True)
class SmartObject:
    """A published SmartObject: an entity set and its entity type.

    Attributes:
        name: The system name, which is the entity set's name.
        title: The display name, which does not work in a URL.
        properties: In the order of `$metadata`; see `key`.
        key: Name of the key property.
        populate: Fills the empty table; is given the size that `--rows` asks for.
        methods: Methods besides Create, Read, Update, Delete and List.
        failure: The error of a broker that does not answer; None for one that works.
        starts_unpublished: Whether it must be published before it appears.
        has_list: Whether it has a List method; it is never published without one.
    """

    name: str
    title: str
    key: str
    properties: tuple[Property, ...]
    populate: Populate
    methods: tuple[Method, ...] = ()
    failure: str | None = None
    starts_unpublished: bool = False
    has_list: bool = True

    @property
    def table(self) -> str:
        """The quoted table name."""
        return f'"{self.name}"'

    @property
    def key_property(self) -> Property:
        """The property that is the key."""
        return self.find(self.key)

    def find(self, name: str) -> Property:
        """The property with this exact name.

        Raises:
            KeyError: There is none.
        """
        for candidate in self.properties:
            if candidate.name == name:
                return candidate
        raise KeyError(name)

    def create_table(self) -> str:
        """The CREATE TABLE statement."""
        columns = [line for prop in self.properties for line in prop.declarations()]
        key = self.key_property.column
        integer_key = self.key_property.type in (Edm.INT32, Edm.INT64)
        # An INTEGER PRIMARY KEY is the row id itself, so pages in key order need no index.
        storage = "" if integer_key else " WITHOUT ROWID"
        return f"CREATE TABLE {self.table} ({', '.join(columns)}, PRIMARY KEY ({key})){storage}"
