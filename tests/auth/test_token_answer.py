from k2bench.auth.token_answer import SHOWN, TokenAnswer


def test_fields_of_what_cannot_be_read_are_none() -> None:
    assert TokenAnswer(400, "application/json", b'{"error":"x"}').fields() == {"error": "x"}
    assert TokenAnswer(400, "", b"<html>").fields() == {}


def test_what_is_shown_is_cut() -> None:
    assert TokenAnswer(400, "a/b", b" x ").shown() == "HTTP 400 a/b\n x"
    assert len(TokenAnswer(200, "", b"\xff" * 9_000).shown()) == SHOWN + len("HTTP 200 \n")


def test_what_points_elsewhere_and_what_passes() -> None:
    assert TokenAnswer(302, "", b"").redirects
    assert TokenAnswer(200, "", b"", "https://h").redirects
    assert not TokenAnswer(400, "", b"").redirects
    assert [status for status in range(200, 600) if TokenAnswer(status, "", b"").passes] == [
        429, 502, 503, 504,
    ]  # fmt: skip
