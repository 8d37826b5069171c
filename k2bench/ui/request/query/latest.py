"""Questions for the work lane of which only the last one counts."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from k2bench.core.problem import Problem
from k2bench.ui.response.background import Background, MakeSteps, Work


class Latest:
    """A newer question takes the place of the older one, whose answer is not heard any more.

    Args:
        owner: what the answers are shown in; none is heard once it is gone.
    """

    def __init__(
        self, owner: QObject, background: Background, failure: Callable[[Problem], None]
    ) -> None:
        self._background = background
        self._failure = failure
        self._work: Work | None = None
        owner.destroyed.connect(self.drop)

    def ask(self, make: MakeSteps, success: Callable[[Any], None]) -> None:
        """Run the generator that `make` gives; it must hold no widget."""
        self.drop()

        def answered(value: Any) -> None:
            self._work = None
            success(value)

        self._work = self._background.start_steps(make, success=answered, failure=self._fail)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is to come."""
        return self._work is not None

    def drop(self) -> None:
        """Ask no more."""
        if self._work is not None:
            self._work.drop()
            self._work = None

    def _fail(self, problem: Problem) -> None:
        self._work = None
        self._failure(problem)
