"""Every state that there is a picture of, in every look in which it is shown."""

from tests.visual.look import LOOKS
from tests.visual.state import State
from tests.visual.states import main, start

STATES: tuple[State, ...] = tuple(
    state for module in (start, main) for state in module.album.states
)
PICTURES = tuple((state, look) for look in LOOKS for state in STATES if state.is_shown(look))

__all__ = ["LOOKS", "PICTURES", "STATES"]
