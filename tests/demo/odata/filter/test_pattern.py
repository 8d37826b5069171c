from __future__ import annotations

import pytest

from k2bench.demo.odata.errors import ODataError
from k2bench.demo.odata.filter import pattern


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        ("^A.*e$", "Alice", True),
        ("lic", "Alice", True),
        ("^lic", "Alice", False),
        ("e$", "Alice\n", False),  # Python's $ would match before the line break
        ("a.b", "a\rb", False),  # and its dot would take a carriage return
        (r"^\d+$", "١٢٣", False),  # and its \d would take these digits
        (r"^\w+$", "é", False),
        (r"^\s$", "\u3000", True),
        (r"\bword\b", "a word!", True),
        (r"[^\s-]{2,3}?", "a b cd", True),
        (r"^[\]\\^]+$", "]\\^", True),
        (r"^[a-c\-]+$", "ab-", True),
        (r"(?:a|b)+(?=c)", "abac", True),
        (r"(?<!x)y", "xy", False),
        (r"^\u0041\x42\/$", "AB/", True),
        ("^[[&&]$", "&", True),  # no set operations
        ("#", "#", True),
    ],
)
def test_it_means_what_ecmascript_means(expression: str, text: str, expected: bool) -> None:
    assert pattern.matches(text, expression) is expected


@pytest.mark.parametrize(
    ("expression", "status"),
    [
        ("(", 400),
        (")", 400),
        ("*a", 400),
        ("a++", 400),
        ("a{2}{3}", 400),
        ("a{e<=1}", 400),
        ("[a", 400),
        ("[b-a]", 400),
        ("(?P<n>a)", 400),
        ("(?i)a", 400),
        ("\\", 400),
        (r"(a)\1", 501),
        (r"\p{L}", 501),
        (r"\A", 501),
        ("(?<n>a)", 501),
        ("[]", 501),
    ],
)
def test_what_is_refused(expression: str, status: int) -> None:
    with pytest.raises(ODataError) as refusal:
        pattern.matches("a", expression)
    assert refusal.value.status == status


def test_a_costly_pattern_ends_in_time() -> None:
    with pytest.raises(ODataError, match="too long"):
        pattern.matches("a" * 200, "^(a+a+)+(a|aa)+b$")
