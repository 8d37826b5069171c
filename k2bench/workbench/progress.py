"""What is told of an answer while it arrives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from k2bench.apis.view import View
from k2bench.core.response import ResponseSnapshot


@dataclass(frozen=True, slots=True)
class Progress:
    """How much has come.

    Attributes:
        status: 0 before the head.
        received: decoded bytes so far.
        total: decoded bytes there will be; None where the server does not say.
    """

    status: int
    received: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The answer as far as it came, how it may be looked at, and its length (see `Progress`)."""

    snapshot: ResponseSnapshot
    views: tuple[View, ...]
    total: int | None = None


OnProgress: TypeAlias = Callable[[Progress | Preview], None]
