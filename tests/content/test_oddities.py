import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import oddities as room
from k2bench.content.charset import Charset, as_utf8
from k2bench.content.oddities import oddities
from tests.content.samples import done

UTF8 = Charset()


@given(st.binary(max_size=60) | st.text(max_size=30).map(str.encode), st.integers(1, 9))
def test_the_first_byte_that_is_not_utf_8_whatever_the_chunks(data, chunk):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "CHUNK", chunk)
        said = " ".join(done(oddities(data, UTF8)))
    readable = data.decode("utf-8", "surrogateescape")
    broken = [at for at, each in enumerate(readable) if "\udc80" <= each <= "\udcff"]
    assert ("UTF-8" in said) == bool(broken)
    if broken:
        at = len(readable[: broken[0]].encode())
        assert f"Byte {at:,} is not UTF-8" in said
    assert ("NUL characters" in said) == (b"\0" in data)


def test_where_the_first_nul_is():
    assert "the first at byte 3." in done(oddities(b"one\0two\0", UTF8))[0]


def test_what_was_lost_in_another_encoding():
    charset = Charset("utf-16-le")
    data = done(as_utf8("half \ud83d".encode("utf-16-le", "surrogatepass"), charset))
    assert "Not all of it is UTF-16-LE" in done(oddities(data, charset))[0]
    assert done(oddities("é".encode(), charset)) == ()


def test_a_large_body_is_looked_at_in_steps():
    assert sum(1 for _ in oddities(b"x" * 3_000_000, UTF8)) > 10
