from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from k2bench.ui.response.image_view import ImageView
from k2bench.ui.response.picture import Picture, read_picture
from tests.content.samples import done
from tests.ui.response.pictures import SVG, encoded, picture


@pytest.fixture
def view(shown: Callable[[QWidget], QWidget]) -> ImageView:
    made = ImageView()
    made.resize(300, 200)
    shown(made)
    return made


def wide() -> Picture:
    image = QImage(1000, 100, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    return done(read_picture(encoded(image, "png"), False))


def has_red(view: ImageView) -> bool:
    image = view.viewport().grab().toImage()
    middle = image.rect().center()
    return image.pixelColor(middle.x() + 5, middle.y()).name() == "#ff0000"


def test_a_small_picture_is_shown_as_it_is(view: ImageView) -> None:
    view.show_picture(done(read_picture(picture(), False)))
    assert view.shown_size() == QSize(40, 20)
    assert has_red(view)
    assert view.accessibleName() == "Image view"
    assert view.accessibleDescription() == "PNG picture, 40 by 20 pixels"


def test_a_large_one_is_fitted_or_can_be_scrolled(view: ImageView) -> None:
    view.show_picture(wide())
    assert view.shown_size().width() == view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0
    assert has_red(view)
    view.set_fitted(False)
    assert view.shown_size() == QSize(1000, 100)
    assert view.horizontalScrollBar().maximum() == 1000 - view.viewport().width()
    view.horizontalScrollBar().setValue(400)
    assert has_red(view)
    view.resize(1200, 200)
    assert view.horizontalScrollBar().maximum() == 0


def test_a_drawing_has_its_own_size(view: ImageView) -> None:
    view.show_picture(done(read_picture(SVG, True)))
    assert view.shown_size() == QSize(24, 12)


def test_nothing(view: ImageView) -> None:
    view.show_picture(Picture())
    assert not has_red(view)
    assert view.accessibleDescription() == ""
