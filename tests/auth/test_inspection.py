import json
from datetime import UTC
from typing import Any

import jwt as pyjwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.check import Verdict
from k2bench.auth.claims import Expected
from k2bench.auth.inspection import Inspection, Part, Row, inspect
from k2bench.auth.jwt import read_jwt
from k2bench.auth.token import AccessToken, read_token
from k2bench.core.secret import Secret

NOW = 1_800_000_000.0
EXPECTED = Expected("https://login.onk2.com/g/connect/token", "idt.cc.x", NOW, UTC)
KEY = "k" * 32


def token(text: str, life: float | None = 3600) -> AccessToken:
    secret = Secret(text)
    end = None if life is None else NOW + life
    return AccessToken(secret, "Bearer", NOW, end, "https://api.k2.com/", read_jwt(secret))


def inspected(claims: dict[str, Any], **header: Any) -> Inspection:
    return inspect(token(pyjwt.encode(claims, KEY, headers=header)), EXPECTED)


def row(found: Inspection, part: Part, name: str) -> Row:
    return next(each for each in found.rows if (each.part, each.name) == (part, name))


def test_a_token_is_laid_out() -> None:
    found = inspected(
        {"jti": "7", "other": {"a": [1]}, "exp": int(NOW) + 3600, "client_id": "idt.cc.x"},
        kid="k1",
    )
    assert not found.opaque
    assert found.summary == "A JSON Web Token. It ends in 1 h."
    claims = [each.name for each in found.rows if each.part is Part.CLAIMS]
    assert claims == ["client_id", "exp", "jti", "other"]
    assert row(found, Part.CLAIMS, "other").value == '{"a": [1]}'
    assert row(found, Part.CLAIMS, "exp").verdict is Verdict.PASS
    assert row(found, Part.HEADER, "kid").value == "k1"
    assert row(found, Part.ANSWER, "expires_in").value == "1 h"
    assert json.loads(found.json)["claims"]["jti"] == "7"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A" * 64, "opaque token"),
        ("a.b.c", "three parts"),
        ("e30.!!.x", "three parts"),
        ("a.b.c.d.e", "encrypted"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, words: str) -> None:
    found = inspect(token(text), EXPECTED)
    assert found.opaque
    assert words in found.summary
    assert found.json == ""
    assert {each.part for each in found.rows} == {Part.ANSWER}


def test_how_long_it_lasts_is_said() -> None:
    assert "not known" in inspect(token("x", None), EXPECTED).summary
    assert "expired 1 min ago" in inspect(token("x", -60), EXPECTED).summary


def test_an_end_that_differs_from_the_answer_is_a_wrong_clock() -> None:
    found = inspected({"exp": NOW + 3600 - 660})
    assert row(found, Part.ANSWER, "expires_in").verdict is Verdict.WARN
    assert "11 min earlier: very likely" in row(found, Part.ANSWER, "expires_in").meaning
    agreeing = inspected({"exp": NOW + 3590})
    assert row(agreeing, Part.ANSWER, "expires_in").verdict is None


def test_notes_of_the_answer_are_shown() -> None:
    read = read_token(b'{"access_token": "x"}', "application/json", "", NOW)
    assert "expires" in row(inspect(read, EXPECTED), Part.ANSWER, "note").value


def test_a_megabyte_of_claims_is_cut() -> None:
    found = inspected({"big": "x" * 1_000_000} | {f"c{i}": i for i in range(5_000)})
    assert "more characters" in row(found, Part.CLAIMS, "big").value
    assert row(found, Part.CLAIMS, "…").value == "4,801 more"
    assert len(found.json) < 101_000
    assert sum(len(each.value) + len(each.name) for each in found.rows) < 10_000


def test_nested_junk_is_survived() -> None:
    deep: list[Any] = []
    for _ in range(300):
        deep = [deep]
    found = inspected({"deep": deep, "exp": 10**300, "a\nb": "\u202e", "c": "\ud800"})
    assert all(each.name.isprintable() and each.value.isprintable() for each in found.rows)
    found.json.encode()


def test_the_token_itself_is_not_shown() -> None:
    text = pyjwt.encode({"a": "b"}, KEY)
    for each in (text, "opaque-token-text"):
        found = inspect(token(each), EXPECTED)
        assert each not in repr(found)


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
names = st.sampled_from(["exp", "aud", "iss", "scope", "client_id", "alg", "typ"])


@given(st.dictionaries(names | st.text(max_size=5), anything, max_size=4), st.booleans())
def test_no_claims_break_it(members: dict[str, Any], in_header: bool) -> None:
    import base64

    parts = [{}, members] if not in_header else [members, {}]
    text = ".".join(base64.urlsafe_b64encode(json.dumps(each).encode()).decode() for each in parts)
    assert not inspect(token(text + ".x"), EXPECTED).opaque
