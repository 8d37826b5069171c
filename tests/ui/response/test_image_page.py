from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.bridge import Bridge
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.image_page import ImagePage
from tests.ui.conftest import PATIENCE
from tests.ui.response.answers import snapshot
from tests.ui.response.pictures import SVG, bomb, picture


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> ImagePage:
    made = ImagePage()
    made.resize(600, 400)
    shown(made)
    qtbot.addWidget(made.tools)
    return made


def filled(page: ImagePage, body: bytes, media_type: str, bridge: Bridge, qtbot: QtBot) -> None:
    source = BodySource(snapshot(body, media_type), (), bridge)
    source.prepare()
    with qtbot.waitSignal(page.read, timeout=PATIENCE):
        page.show_source(source)


def test_a_picture_and_its_facts(page: ImagePage, bridge: Bridge, qtbot: QtBot) -> None:
    body = picture()
    filled(page, body, "image/png", bridge, qtbot)
    assert page.view.isVisible()
    assert page.facts.text() == f"PNG · 40 × 20 · {len(body)} bytes"
    assert page.fit.isChecked()
    page.whole.click()
    assert not page.fit.isChecked()
    assert page.view.shown_size().width() == 40


def test_a_drawing(page: ImagePage, bridge: Bridge, qtbot: QtBot) -> None:
    filled(page, SVG, "image/svg+xml", bridge, qtbot)
    assert page.facts.text().startswith("SVG · 24 × 12")


@pytest.mark.qt_log_ignore("JPEG datastream contains no image", extend=True)
@pytest.mark.parametrize(
    ("body", "media_type", "words", "other"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png", "The PNG picture is broken, or ends too early.", "Hex"),
        (bomb(), "image/png", "The picture has more than 50 million pixels.", "Hex"),
        (b"\xff\xd8\xff", "image/jpeg", "broken", "Hex"),
        (b"not a picture", "image/avif", "No picture", "Hex"),
        (b"<svg", "image/svg+xml", "not well-formed", "Raw"),
    ],
)
def test_why_it_cannot_be_shown(
    page: ImagePage,
    bridge: Bridge,
    qtbot: QtBot,
    body: bytes,
    media_type: str,
    words: str,
    other: str,
) -> None:
    filled(page, body, media_type, bridge, qtbot)
    assert page.blank.isVisible()
    assert words in page.blank.accessibleDescription()
    assert page.other.accessibleName() == f"Show {other}"
    assert not page.fit.isEnabled()
    with qtbot.waitSignal(page.other_page_requested) as signal:
        page.other.click()
    assert signal.args == [other]
    filled(page, picture(), "image/png", bridge, qtbot)
    assert page.view.isVisible()


def test_another_body_drops_the_first(page: ImagePage, bridge: Bridge, qtbot: QtBot) -> None:
    source = BodySource(snapshot(picture(), "image/png"), (), bridge)
    source.prepare()
    page.show_source(source)
    page.stop()
    qtbot.waitUntil(bridge.is_idle, timeout=PATIENCE)
    assert page.view.accessibleDescription() == ""
