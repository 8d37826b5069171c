from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from k2bench.ui.kit.progress import Progress


def test_it_says_what_is_done_and_has_no_end(shown: Callable[[QWidget], QWidget]) -> None:
    progress = Progress("Starting the demo tenant…")
    shown(progress)
    assert progress.findChild(QLabel).text() == progress.bar.accessibleName()
    assert (progress.bar.minimum(), progress.bar.maximum()) == (0, 0)
