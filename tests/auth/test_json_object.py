from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from k2bench.auth.json_object import UnreadableError, read_object


def test_an_object_is_read() -> None:
    assert read_object(b'\xef\xbb\xbf {"a": "\xc3\xbc"}', "application/json") == {"a": "ü"}


@pytest.mark.parametrize(
    ("body", "media_type", "words"),
    [
        (b"", "", "empty"),
        (b" \r\n", "application/json", "empty"),
        (b"<!DOCTYPE html><p>", "", "web page"),
        (b"{}", "text/html", "web page"),
        (b"\xff\xfe{}", "", "not UTF-8"),
        (b"{", "", "not JSON"),
        (b"[" * 100_000, "", "not JSON"),
        (b"9" * 10_000, "", "not JSON"),
        (b"[]", "", "not an object"),
        (b"null", "", "not an object"),
    ],
)
def test_everything_else_is_named(body: bytes, media_type: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_object(body, media_type)


@given(st.binary(), st.text())
@example(b"{}", "")
def test_any_answer_ends_in_an_object_or_in_words(body: bytes, media_type: str) -> None:
    with suppress(UnreadableError):
        assert isinstance(read_object(body, media_type), dict)
