from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _same_look_afterwards(qapp: QApplication) -> Iterator[None]:
    """What a test does to the look of the application ends with the test."""
    palette, font, sheet = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield
    if qapp.styleSheet() != sheet:
        qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)
