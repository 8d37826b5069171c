"""The stored pictures: small enough for a repository, and compared as closely as they should."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.visual.pictures import STORED, difference, path_of, save
from tests.visual.states import PICTURES

MOST_BYTES = 12_000_000


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in STORED.glob("*.png")) < MOST_BYTES


def test_every_stored_picture_has_its_state() -> None:
    known = {path_of(state.picture(look)) for state, look in PICTURES}
    assert set(STORED.glob("*.png")) - known == set()


@pytest.fixture
def picture() -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    for x in range(5, 60, 6):
        painter.fillRect(x, 10, 3, 12, QColor("#1B1F24"))
    painter.end()
    return image


def test_a_stored_picture_comes_back(picture: QImage, tmp_path: Path) -> None:
    save(picture, tmp_path / "picture.png")
    assert difference(QImage(str(tmp_path / "picture.png")), picture) == ""


def test_the_shade_of_an_edge_may_differ(picture: QImage) -> None:
    other = QImage(picture)
    painter = QPainter(other)
    painter.fillRect(0, 0, 200, 100, QColor(0, 0, 0, 30))
    painter.end()
    assert difference(picture, other) == ""


@pytest.mark.parametrize("change", ["moved", "gone", "larger"])
def test_a_change_that_can_be_seen_is_found(picture: QImage, change: str) -> None:
    other = QImage(picture.size() * (2 if change == "larger" else 1), picture.format())
    other.fill(QColor("#FFFFFF"))
    if change == "moved":
        painter = QPainter(other)
        painter.drawImage(1, 0, picture)
        painter.end()
    assert difference(picture, other) != ""
