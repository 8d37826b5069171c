"""What a state is: its name, how it is reached, and how large it is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from tests.visual.look import Look
from tests.visual.stage import WIDE, Stage

Reach: TypeAlias = Callable[[Stage], QWidget]  # gives the widget to take a picture of


@dataclass(frozen=True)
class State:
    """A picture of the window, or of a part of it.

    Attributes:
        size: of the main window, in logical pixels.
        zoom: of the workbench itself, not of the screen.
        doubled: shown on a screen of double density too.
        focused: the main window keeps the focus where it was put; else nothing in it has it.
        named: its widgets need names; those of a sheet of samples do not.
    """

    name: str
    reach: Reach
    size: tuple[int, int] = WIDE
    zoom: float = 1.0
    doubled: bool = False
    focused: bool = False
    named: bool = True

    def is_shown(self, scale: int) -> bool:
        """Whether there is a picture of it at that scale of the screen."""
        return scale == 1 or self.doubled

    def picture(self, look: Look) -> str:
        """The name of its picture."""
        return f"{self.name}-{look.name}"


@dataclass
class Album:
    """Collects states: `@album.state("name")` above a function that reaches it."""

    states: list[State] = field(default_factory=list)

    def state(
        self,
        name: str,
        size: tuple[int, int] = WIDE,
        zoom: float = 1.0,
        doubled: bool = False,
        focused: bool = False,
        named: bool = True,
    ) -> Callable[[Reach], Reach]:
        """One more state."""

        def add(reach: Reach) -> Reach:
            self.states.append(State(name, reach, size, zoom, doubled, focused, named))
            return reach

        return add
