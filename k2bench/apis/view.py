"""How an answer may be looked at: data, not widgets. `ui/response` maps each to a tab."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class Language(StrEnum):
    """What a text is laid out and coloured as."""

    JSON = "json"
    XML = "xml"
    HTML = "html"
    FORM = "form"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class TableView:
    """Rows of a JSON body.

    Attributes:
        member: the member that holds the array; empty: the body itself, or whichever is found.
        types: the declared type of each column where known (`Edm.Int64`, ...).
    """

    member: str = ""
    types: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TreeView:
    """A JSON body as a tree."""


@dataclass(frozen=True, slots=True)
class TextView:
    """A text, laid out."""

    language: Language = Language.PLAIN


View: TypeAlias = TableView | TreeView | TextView
