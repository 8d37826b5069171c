import pytest

from k2bench.content.body_format import BodyFormat
from k2bench.content.pretty import flaw_of, pretty
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
    assert flaw_of(laid_out) is None


def test_flaws_are_told():
    assert flaw_of(done(pretty(b"[1", BodyFormat.JSON).read())) is not None
    assert flaw_of(done(pretty(b"<a>", BodyFormat.XML).read())) is not None
