from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from k2bench.core.environment import Environment, WritePolicy
from k2bench.ui.environments.production_strip import ProductionStrip


def test_it_shows_for_production_only(shown: Callable[[QWidget], QWidget]) -> None:
    strip = ProductionStrip()
    shown(strip)
    strip.show_environment(Environment("1", "Live", production=True))
    assert strip.isVisible()
    words = strip.findChild(QLabel)
    assert words.text() == "PRODUCTION: Live. k2bench asks before each write."
    forbidden = WritePolicy.FORBIDDEN
    strip.show_environment(Environment("1", "Live", production=True, write_policy=forbidden))
    assert "forbidden" in words.text()
    strip.show_environment(Environment("2", "Dev"))
    assert not strip.isVisible()
    strip.show_environment(None)
    assert not strip.isVisible()
