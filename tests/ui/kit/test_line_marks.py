import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from k2bench.content.lines import Fold
from k2bench.content.pretty_json import PrettyJson
from k2bench.ui.kit.line_marks import FOLD, UNFOLD, WHOLE, LineMarks
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.tokens import LIGHT

BODY = b'{"a":[1,2],"b":{},"c":"' + b"x" * 9000 + b'"}'


def laid_out(body: bytes) -> PrettyJson:
    lines = PrettyJson(body)
    list(lines.read())
    return lines


@pytest.fixture
def marks() -> LineMarks:
    return LineMarks(laid_out(BODY))


def test_what_is_offered_beside_a_line(marks: LineMarks) -> None:
    assert [marks.offered(line) for line in range(7)] == [FOLD, FOLD, "", "", "", "", WHOLE]
    marks.folded.fold(Fold(1, 4))
    assert marks.offered(1) == UNFOLD
    assert marks.has_column


def test_a_plain_text_has_no_marks() -> None:
    marks = LineMarks(StringLines("{\n  a\n}"))
    assert not marks.has_column
    assert marks.offered(0) == ""
    assert marks.long_value(0) is None


def test_a_fold_says_how_much_it_hides_and_how_it_ends(marks: LineMarks) -> None:
    marks.folded.fold(Fold(1, 4))
    assert str(marks.hidden(1)) == " … 2 lines ],"
    assert marks.hidden(0) is None
    marks.folded.unfold_all()
    marks.folded.fold(Fold(1, 3))  # cut off: no line closes it
    assert str(marks.hidden(1)) == " … 2 lines"
    nested = LineMarks(laid_out(b"[[1]]"))
    nested.folded.fold(Fold(1, 3))
    assert str(nested.hidden(1)) == " … 1 line ]"


def test_a_mark_is_painted_where_there_is_one(marks: LineMarks, qapp: object) -> None:
    image = QImage(24, 48, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    marks.paint_mark(painter, QRectF(0, 0, 24, 24), LIGHT, 0)
    marks.paint_mark(painter, QRectF(0, 24, 24, 24), LIGHT, 2)
    painter.end()
    drawn = {y // 24 for x in range(24) for y in range(48) if image.pixel(x, y) != 0xFFFFFFFF}
    assert drawn == {0}
