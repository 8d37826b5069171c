import pytest

from k2bench.content.body_format import BodyFormat, format_of, is_svg


@pytest.mark.parametrize(
    ("media_type", "head", "wanted"),
    [
        ("application/json", b'{"a":1}', BodyFormat.JSON),
        ("application/scim+json", b"7", BodyFormat.JSON),
        ("application/json", b"", BodyFormat.JSON),
        ("", b" \n[1]", BodyFormat.JSON),
        ("", b"\xef\xbb\xbf{}", BodyFormat.JSON),
        ("application/xml", b"<a/>", BodyFormat.XML),
        ("application/atom+xml", b"<feed/>", BodyFormat.XML),
        ("", b'<?xml version="1.0"?><a/>', BodyFormat.XML),
        ("text/html", b"<p>x", BodyFormat.HTML),
        ("", b"<!DOCTYPE html><html>", BodyFormat.HTML),
        ("application/x-www-form-urlencoded", b"a=1&b=2", BodyFormat.FORM),
        ("text/plain", b"hello", BodyFormat.TEXT),
        ("", b"", BodyFormat.TEXT),
        ("image/png", b"\x89PNG\r\n\x1a\n\0\0\0", BodyFormat.IMAGE),
        ("image/webp", b"RIFF\0\0\0\1WEBP\0\1\2\3", BodyFormat.IMAGE),
        ("image/svg+xml", b"<svg/>", BodyFormat.XML),
        ("application/octet-stream", bytes(range(32)) * 9, BodyFormat.BINARY),
        ("", b"%PDF-1.7", BodyFormat.BINARY),
        ("application/octet-stream", b"name;city\nAda;Oslo", BodyFormat.TEXT),
        ("", b"RIFF\x10\0\0\0WEBPVP8 ", BodyFormat.IMAGE),
        ("", b"RIFF\x10\0\0\0WAVEfmt ", BodyFormat.BINARY),
        ("", b"BM\x46\0\0\0\0\0\0\0\x36", BodyFormat.IMAGE),
        ("text/plain", b"BMW, Audi, Skoda", BodyFormat.TEXT),
        ("text/plain", b"one\0two and more", BodyFormat.TEXT),
        ("text/plain", b"\0\1\2\3\4\5", BodyFormat.BINARY),
        ("", b"one\0two and more", BodyFormat.BINARY),
        ("application/octet-stream", b"SQLite format 3\0 and so on", BodyFormat.BINARY),
        ("application/json", b'{"a":"\0"}', BodyFormat.JSON),
        ("", b"\x1f\x8b\x08", BodyFormat.BINARY),
    ],
)
def test_type_and_start_agree(media_type, head, wanted):
    assert format_of(media_type, head) == (wanted, "")


@pytest.mark.parametrize(
    ("media_type", "head", "wanted"),
    [
        ("application/json", b"<!doctype html><html>", BodyFormat.HTML),
        ("text/html", b'{"error":"x"}', BodyFormat.JSON),
        ("application/xml", b"[1]", BodyFormat.JSON),
        ("application/json", b"\x89PNG\r\n\x1a\n", BodyFormat.IMAGE),
    ],
)
def test_the_start_is_believed_and_the_difference_said(media_type, head, wanted):
    found, note = format_of(media_type, head)
    assert found is wanted
    assert media_type in note
    assert wanted.value in note


@pytest.mark.parametrize(
    ("media_type", "head", "wanted"),
    [
        ("image/svg+xml", b"<x/>", True),
        ("", b"<svg>", True),
        (
            "text/xml",
            b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --><!DOCTYPE svg>\n<svg width='1'>",
            True,
        ),
        ("text/xml", b"<svgs/>", False),
        ("text/xml", b"<a><svg/></a>", False),
        ("", b"", False),
    ],
)
def test_drawings(media_type, head, wanted):
    assert is_svg(media_type, head) is wanted
