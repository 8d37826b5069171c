import pytest

from k2bench.auth.token_answer import SHOWN, TokenAnswer


def test_fields_of_what_cannot_be_read_are_none() -> None:
    assert TokenAnswer(400, "application/json", b'{"error":"x"}').fields() == {"error": "x"}
    assert TokenAnswer(400, "", b"<html>").fields() == {}


@pytest.mark.parametrize(
    ("media_type", "body", "shown"),
    [
        (
            "application/json",
            b'{"access_token" : "a\\"bcd", "x": 1}',
            '{"access_token" : "****", "x": 1}',
        ),
        ("application/json", b'{"id_token":"abcd', '{"id_token":"****'),
        ("application/x-www-form-urlencoded", b"access_token=abcd&x=1", "access_token=****&x=1"),
        ("", b"\xff" * 9_000, "\ufffd" * SHOWN),
    ],
)
def test_what_is_shown_holds_no_token_and_is_cut(media_type: str, body: bytes, shown: str) -> None:
    assert TokenAnswer(200, media_type, body).shown() == f"HTTP 200 {media_type}".strip() + (
        f"\n{shown}" if media_type else f" \n{shown}"
    )


def test_what_points_elsewhere_and_what_passes() -> None:
    assert TokenAnswer(302, "", b"").redirects
    assert TokenAnswer(200, "", b"", "https://h").redirects
    assert not TokenAnswer(400, "", b"").redirects
    assert [status for status in range(200, 600) if TokenAnswer(status, "", b"").passes] == [
        429, 502, 503, 504,
    ]  # fmt: skip
