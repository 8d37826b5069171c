"""How the response views get CPU work done: `ui.bridge.Bridge` fits, and so do fakes in tests."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol, TypeAlias

from k2bench.core.problem import Problem

MakeSteps: TypeAlias = Callable[[], Generator[Any, None, Any]]


def nothing(*_: object) -> None:
    """For who does not care."""


class Work(Protocol):
    """Work under way."""

    def cancel(self) -> None:
        """Ask for the end; `cancelled` is called when it has come."""

    def drop(self) -> None:
        """Cancel, and hear no more of it."""


class Background(Protocol):
    """Runs generators on another thread. Everything is called back on the GUI thread."""

    def start_steps(
        self,
        make: MakeSteps,
        success: Callable[[Any], None],
        failure: Callable[[Problem], None],
        cancelled: Callable[[], None] = nothing,
        progress: Callable[[Any], None] = nothing,
    ) -> Work:
        """Run the generator that `make` gives, in its steps."""

    def first(self) -> AbstractContextManager[None]:
        """While it lasts, the work of everybody waits: for a paint."""

    def first_with_paint(self) -> None:
        """The same until what is to be painted now has been painted."""


def first(background: Background | None) -> AbstractContextManager[None]:
    """For a view to be painted in: the work waits meanwhile, if there is any."""
    return nullcontext() if background is None else background.first()
