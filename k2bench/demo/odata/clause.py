"""A piece of SQL together with the values of its placeholders, so that no value becomes SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = int | str | None


@dataclass(frozen=True, slots=True)
class Clause:
    """SQL text with `?` placeholders and their values in the same order."""

    sql: str
    parameters: tuple[Value, ...] = ()

    @classmethod
    def value(cls, value: Value) -> Clause:
        """A single placeholder."""
        return cls("?", (value,))

    @classmethod
    def compose(cls, template: str, *parts: Clause) -> Clause:
        """Puts the parts into the template's `{}` marks, in order."""
        sql = template.format(*(part.sql for part in parts))
        return cls(sql, tuple(value for part in parts for value in part.parameters))

    @classmethod
    def call(cls, function: str, *arguments: Clause) -> Clause:
        """A call of an SQL function."""
        return cls.compose(f"{function}({', '.join(['{}'] * len(arguments))})", *arguments)
