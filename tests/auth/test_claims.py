from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.check import Verdict
from k2bench.auth.claims import CLAIMS, HEADER, Expected, Meaning

NOW = 1_800_000_000.0
EXPECTED = Expected("https://login.onk2.com/g/connect/token", "idt.cc.x", NOW, UTC)
PASS, WARN, FAIL = Verdict.PASS, Verdict.WARN, Verdict.FAIL


def meaning(name: str, value: Any, **others: Any) -> Meaning:
    return (CLAIMS | HEADER)[name](value, {name: value} | others, EXPECTED)


@pytest.mark.parametrize(
    ("name", "value", "verdict", "words"),
    [
        ("client_id", "idt.cc.x", PASS, "K2SQL:ClientCredentialsApp"),
        ("client_id", "idt.cc.y", WARN, "another client"),
        ("client_id", ["idt.cc.x"], WARN, "Should be"),
        ("scope", ["https://api.k2.com/"], None, "OData and, very likely, Workflow"),
        ("scope", "https://api.k2.com/ https://scim.onk2.com/write", None, "SCIM"),
        ("scope", ["https://api.k2.com"], WARN, "slash"),
        ("scope", [], WARN, "nothing"),
        ("scope", 7, WARN, "Should be"),
        ("scope", "other", None, "the API"),
        ("aud", "https://login.onk2.com/g/resources", None, "very likely every API"),
        ("aud", ["https://scim.onk2.com/"], None, "any other one"),
        ("aud", [], WARN, "no API"),
        ("aud", [7], WARN, "Should be"),
        ("aud", None, WARN, "Should be"),
        ("iss", "https://login.onk2.com/g", PASS, "of this environment"),
        ("iss", "https://login.onk2.com/g/", PASS, "of this environment"),
        ("iss", "https://login.onk2.com/h", WARN, "very likely refuse"),
        ("iss", {}, WARN, "Should be"),
        ("exp", NOW + 3420, PASS, "2027-01-15 08:57:00+00:00, in 57 min"),
        ("exp", NOW - 180, FAIL, "3 min ago"),
        ("exp", 10**30, PASS, "beyond any calendar, in over 10,000 years"),
        ("exp", 10**400, WARN, "number"),
        ("exp", "tomorrow", WARN, "number"),
        ("exp", True, WARN, "number"),
        ("nbf", NOW, None, "Not valid before 2027-01-15 08:00:00+00:00, now"),
        ("nbf", NOW + 600, WARN, "clock is behind"),
        ("iat", NOW - 60, None, "Made 2027-01-15 07:59:00+00:00, 1 min ago"),
        ("iat", "x", WARN, "When it was made. Should be a number of seconds"),
        ("nbf", [], WARN, "From when on it is valid. Should be a number"),
        ("jti", "A", None, "number"),
        ("sub", "A", None, "very likely"),
        ("alg", "RS256", None, "private key"),
        ("alg", "none", FAIL, "not signed"),
        ("alg", "nOnE", FAIL, "not signed"),
        ("alg", None, FAIL, "not signed"),
        ("alg", "HS256", WARN, "share"),
        ("alg", "XX1", WARN, "does not know"),
        ("typ", "at+jwt", None, "access token"),
        ("typ", "application/at+JWT", None, "access token"),
        ("typ", "JWT", None, "any kind"),
        ("typ", 7, WARN, "Not the type"),
        ("kid", "1", None, "name of the key"),
        ("jku", "https://evil", WARN, "never"),
    ],
)
def test_what_a_member_means(name: str, value: Any, verdict: Verdict | None, words: str) -> None:
    found = meaning(name, value)
    assert found.verdict is verdict
    assert words in found.text


def test_a_token_for_scim_alone_is_nobody_in_workflow() -> None:
    found = meaning("client_id", "idt.cc.x", scope=["https://scim.onk2.com/write"])
    assert "Workflow" not in found.text


def test_without_an_environment_nothing_is_compared() -> None:
    bare = Expected("", "", NOW, UTC)
    assert CLAIMS["iss"]("https://x", {}, bare).verdict is None
    assert CLAIMS["client_id"]("abc", {}, bare).verdict is None


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@given(st.sampled_from(sorted(CLAIMS | HEADER)), anything)
def test_no_value_breaks_it(name: str, value: Any) -> None:
    assert meaning(name, value).text
