"""The window before there is anything to work in."""

from PySide6.QtWidgets import QWidget

from k2bench.core.problem import Problem, ProblemKind
from tests.visual.stage import NARROW, Stage
from tests.visual.state import Album

album = Album()


@album.state("start-zoom", zoom=2.0, focused=True)
@album.state("start-narrow", size=NARROW, focused=True)
@album.state("start", doubled=True, focused=True)
def start(stage: Stage) -> QWidget:
    return stage.window


@album.state("start-busy", size=NARROW)
def demo_is_starting(stage: Stage) -> QWidget:
    stage.window.start_page.show_busy(True)
    return stage.window


@album.state("start-problem", size=NARROW)
def demo_did_not_start(stage: Stage) -> QWidget:
    problem = Problem(
        ProblemKind.STORAGE,
        "The demo tenant did not start",
        "It may be blocked by a security program. `k2bench --serve-demo` shows why.",
        detail="OSError: [Errno 98] Address already in use",
    )
    stage.window.start_page.banner.show_problem(problem)
    return stage.window
