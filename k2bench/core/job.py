"""What every piece of background work looks like from outside: one handle, exactly one ending."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias


@dataclass(frozen=True, slots=True)
class Succeeded:
    """The work ended with this value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The work ended with this error; a WorkbenchError, or a bug."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The work was cancelled, perhaps before its first step."""


Ending: TypeAlias = Succeeded | Failed | Cancelled
OnEnding: TypeAlias = Callable[[Ending], None]
OnProgress: TypeAlias = Callable[[Any], None]


class Job(Protocol):
    """Running work. `cancel` may be called from any thread, any number of times."""

    def cancel(self) -> None:
        """Ask for the end; the ending comes through the callback, not from here."""
