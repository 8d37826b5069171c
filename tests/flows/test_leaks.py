"""No secret is found anywhere after every feature was used: files, widgets, errors, output."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPlainTextEdit, QWidget

from k2bench.core.problem import Problem, ProblemKind
from tests.flows.conftest import Driver
from tests.flows.leak_features import FEATURES, ODD, World
from tests.flows.leaks import Leak, Search, actions_of


def look_around(world: World) -> list[Leak]:
    world.pass_tokens()
    search = Search(world.plants, world.typed)
    shown = [*search.everything_shown(), *search.texts(actions_of(world.driver.window))]
    return [*shown, *search.everything_kept()]


@pytest.mark.timeout(300)
def test_no_secret_is_left_anywhere(
    start: Callable[..., Driver], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    driver = start("--demo")
    driver.wait_for("Authorization/Access Token")
    demo = driver.app.current.environment
    assert demo is not None
    world = World(driver, demo)
    found: list[tuple[str, Leak]] = []
    for name, use in FEATURES:
        use(world)
        driver.wait(driver.app.bridge.is_idle)
        found += [(name, leak) for leak in look_around(world)]
        for dialog in driver.dialogs():
            dialog.close()
        driver.wait(driver.app.bridge.is_idle)
    search = Search(world.plants)
    driver.app.close()
    out, err = capfd.readouterr()
    printed = [*search.text("stdout", out), *search.text("stderr", err)]
    assert "RuntimeError" in err  # the crash was told, without what it quoted
    assert any(path.name == "environments.json" for path in tmp_path.rglob("*"))
    found += [("the end", leak) for leak in (*printed, *search.files(tmp_path))]
    first: dict[Leak, str] = {}
    for name, leak in found:
        first.setdefault(leak, name)
    told = [f"{leak.plant} in {leak.place} since “{name}”" for leak, name in first.items()]
    assert not told, "\n".join(told)


SECRET = ODD[1]
SPELLINGS = (
    SECRET,
    "p%2Bl%26u%3Ds%20%2541%20%22quoted%22%3B%20~50%25%20off%2F%3F%23",
    "p%2Bl%26u%3Ds+%2541+%22quoted%22%3B+~50%25+off%2F%3F%23",
    'p+l&u=s %41 \\"quoted\\"; ~50% off/?#',
    "cCtsJnU9cyAlNDEgInF1b3RlZCI7IH41MCUgb2ZmLz8j",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_search_finds_every_spelling(tmp_path: Path, spelling: str) -> None:
    search = Search({"secret": SECRET})
    assert list(search.text("here", f"x {spelling} y")) == [Leak("secret", "here")]
    (tmp_path / "file").write_text(f"x{spelling}y")
    assert [leak.place for leak in search.files(tmp_path)] == [str(tmp_path / "file")]


LEAK = "xx found-by-the-search xx"


def show(window: QWidget, kind: type[QWidget], put: Callable[..., object]) -> QWidget:
    widget = kind(window)
    put(widget)
    return widget


PLACES: dict[str, Callable[[QWidget], object]] = {
    "title": lambda w: show(w, QDialog, lambda d: d.setWindowTitle(LEAK)),
    "name": lambda w: show(w, QLabel, lambda d: d.setAccessibleName(LEAK)),
    "description": lambda w: show(w, QLabel, lambda d: d.setAccessibleDescription(LEAK)),
    "tip": lambda w: show(w, QLabel, lambda d: d.setToolTip(LEAK)),
    "label": lambda w: show(w, QLabel, lambda d: d.setText(LEAK)),
    "text": lambda w: show(w, QPlainTextEdit, lambda d: d.setPlainText(LEAK)),
    "item": lambda w: show(w, QListWidget, lambda d: d.addItem(LEAK)),
    "problem": lambda _: Problem(ProblemKind.BUG, "x", detail=LEAK),
    "error": lambda _: RuntimeError(LEAK),
}


def test_the_search_finds_a_leak_in_every_place(demo: Driver) -> None:
    environment = demo.app.current.environment
    assert environment is not None
    world = World(demo, environment, {"secret": "found-by-the-search"})
    assert look_around(world) == []
    for place, put in PLACES.items():
        kept = put(demo.window)
        assert look_around(world), place
        if isinstance(kept, QWidget):
            shiboken6.delete(kept)
        del kept
    assert look_around(world) == []
