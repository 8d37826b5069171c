import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.charset import Charset, as_utf8, detect
from tests.content.samples import done


@pytest.mark.parametrize(
    ("header", "head", "name", "skip"),
    [
        ("", b"{}", "utf-8", 0),
        ("application/json; charset=utf-8", b"{}", "utf-8", 0),
        ('text/html; charset="ISO-8859-1"', b"\xe9", "iso8859-1", 0),
        ("text/xml;charset=windows-1252", b"<a/>", "cp1252", 0),
        ("", codecs.BOM_UTF8 + b"{}", "utf-8", 3),
        ("", codecs.BOM_UTF16_LE + b"{\0}\0", "utf-16-le", 2),
        ("", codecs.BOM_UTF16_BE + b"\0{\0}", "utf-16-be", 2),
        ("", codecs.BOM_UTF32_LE + b"{\0\0\0", "utf-32-le", 4),
        ("", b'{\0"\0', "utf-16-le", 0),
        ("", b'\0{\0"', "utf-16-be", 0),
        ("text/plain; charset=utf-16", codecs.BOM_UTF16_BE + b"\0x", "utf-16-be", 2),
        ("text/plain; charset=utf-16", b"\0x\0y", "utf-16-be", 0),
        ("text/plain; charset=utf-16", b"x\0y\0", "utf-16-le", 0),
    ],
)
def test_header_then_mark_then_utf8(header, head, name, skip):
    found = detect(header, head)
    assert (found.name, found.skip, found.note) == (name, skip, "")


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "a\0b", "x" * 200])
def test_an_unknown_encoding_is_said(name):
    found = detect(f"text/plain; charset={name}", b"x")
    assert found.name == "utf-8"
    assert "unknown encoding" in found.note


def test_a_mark_that_contradicts_the_header_is_believed_and_said():
    found = detect("application/json; charset=iso-8859-1", codecs.BOM_UTF8 + b"{}")
    assert found.name == "utf-8"
    assert "starts as UTF-8" in found.note
    assert not detect("x/y; charset=utf-8", codecs.BOM_UTF8).note


@given(st.text(max_size=50), st.sampled_from(["utf-16", "utf-16-be", "utf-32", "utf-7"]))
def test_transcoding(text, encoding):
    data = text.encode(encoding, "replace") * 1
    charset = detect(
        "" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"x/y; charset={encoding}", data
    )
    assert done(as_utf8(data, charset)).decode() == data.decode(charset.name, "replace").lstrip(
        "\ufeff"
    )


def test_utf8_is_not_copied():
    data = b"abc"
    assert done(as_utf8(data, Charset())) is data


def test_large_bodies_are_transcoded_in_steps_and_characters_kept_whole():
    text = "é😀" * 100_000
    work = as_utf8(text.encode("utf-16-le"), Charset("utf-16-le"))
    assert sum(1 for _ in work) > 3
    assert done(as_utf8(text.encode("utf-16-le"), Charset("utf-16-le"))).decode() == text


def test_unreadable_bytes_are_replaced():
    assert done(as_utf8(b"a\0\0\xd8", Charset("utf-16-le"))).decode() == "a\ufffd"
