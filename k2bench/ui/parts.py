"""What the wiring joins: made once in `app`, handed to every part of it."""

from dataclasses import dataclass

from k2bench.ui.bridge import Bridge
from k2bench.ui.current import Current
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.theme import Theme
from k2bench.ui.window import Window
from k2bench.workbench.session import Session


@dataclass(frozen=True)
class Parts:
    """The workbench, the window, and what stands between them."""

    session: Session
    bridge: Bridge
    current: Current
    theme: Theme
    clipboard: SecretClipboard
    window: Window
