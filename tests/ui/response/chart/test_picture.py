from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from k2bench.content.json_members import at_once
from k2bench.core.problem import WorkbenchError
from k2bench.ui.response.chart.picture import svg_of, write


def test_png(qapp: object, tmp_path: Path) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#0a62bd"))
    path = at_once(write(image, tmp_path / "a.png"))
    assert path.read_bytes()[:4] == b"\x89PNG"
    assert QImage(str(path)).pixelColor(3, 3).name() == "#0a62bd"


def test_svg(shown: Callable[[QWidget], QWidget], tmp_path: Path) -> None:
    label = QLabel("Sum of Salary")
    shown(label)
    path = at_once(write(svg_of(label), tmp_path / "a.svg"))
    assert QSvgRenderer(str(path)).isValid()
    assert b"Sum of Salary" in path.read_bytes()


def test_a_file_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError) as raised:
        at_once(write(b"x", tmp_path / "no folder" / "a.png"))
    assert "a.png cannot be written" in raised.value.problem.hint
