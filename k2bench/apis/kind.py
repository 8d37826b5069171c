"""What the workbench asks of each kind of API."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from k2bench.apis.view import View
from k2bench.core.environment import Environment
from k2bench.core.problem import Note, Problem
from k2bench.core.response import ResponseSnapshot


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the answer, as pure data.

    Attributes:
        claims: those of the token sent.
        names: what the service document lists; None: it was not asked.
        schema: of the OData service that was asked, where its metadata is known. It is an
            `odata.metadata.index.Index`, which the other kinds do not know.
    """

    environment: Environment
    claims: Mapping[str, Any] | None = None
    now: float = 0.0
    names: tuple[str, ...] | None = None
    schema: Any = None


class ApiKind(Protocol):
    """One kind of API. Every answer is a pure function of its arguments."""

    @property
    def name(self) -> str:
        """For people: `OData`."""

    def priority(self, response: ResponseSnapshot) -> int:
        """How surely the answer is of this kind; below 0: it is not."""

    def views(self, response: ResponseSnapshot, context: Context) -> tuple[View, ...]:
        """The ways to look at it, the best first."""

    def more(self, envelope: Mapping[str, Any]) -> str | None:
        """The link to the next page, given what stands beside the rows; None at the last."""

    def notes(self, response: ResponseSnapshot, context: Context) -> tuple[Note, ...]:
        """What is worth knowing of an answer with which nothing is wrong."""

    def page_note(self, response: ResponseSnapshot, rows: int, link: str | None) -> Note | None:
        """That `rows` are very likely a page and not all there is; `link`: to the next page."""

    def explain(self, response: ResponseSnapshot, context: Context) -> Problem | None:
        """Why it failed, very likely; None when it did not, or nothing can be said."""
