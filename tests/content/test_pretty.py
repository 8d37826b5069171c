import pytest

from k2bench.content.body_format import BodyFormat
from k2bench.content.pretty import pretty, remark_on
from tests.content.samples import done


@pytest.mark.parametrize(
    ("written_in", "data", "lines"),
    [
        (BodyFormat.JSON, b"[1]", ["[", "  1", "]"]),
        (BodyFormat.XML, b"<a><b/></a>", ["<a>", "  <b/>", "</a>"]),
        (BodyFormat.HTML, b"<p>x<br>", ["<p>x<br>"]),
        (BodyFormat.FORM, b"a=1&b=+", ["a = 1", "b =  "]),
        (BodyFormat.TEXT, b"a\nb", ["a", "b"]),
    ],
)
def test_each_language_has_its_layout(written_in, data, lines):
    laid_out = done(pretty(data, written_in).read())
    assert [laid_out.text(i) for i in range(laid_out.count())] == lines
    assert remark_on(laid_out) == ""


@pytest.mark.parametrize(
    ("data", "written_in", "said"),
    [
        (b"[1", BodyFormat.JSON, "The JSON ends in the middle of a value (byte 2)."),
        (b"[1,]", BodyFormat.JSON, "Trailing comma in array (byte 3). It is laid out, but"),
        (b'{"a":1,"a":2}', BodyFormat.JSON, "The key “a” stands twice in one object."),
        (b"<a>", BodyFormat.XML, "The XML ends before “a” is closed"),
    ],
)
def test_what_is_wrong_is_told(data, written_in, said):
    assert remark_on(done(pretty(data, written_in).read())).startswith(said)
