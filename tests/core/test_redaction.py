import base64
import json
from urllib.parse import quote, quote_plus

from hypothesis import given
from hypothesis import strategies as st

from k2bench.core.problem import Cause, Problem, ProblemKind
from k2bench.core.redaction import MASK, Redactor
from k2bench.core.secret import Secret

SECRETS = st.text(min_size=12, max_size=60)


@given(SECRETS, st.binary(max_size=7), st.binary(max_size=7))
def test_no_form_of_a_secret_is_left(text: str, before: bytes, after: bytes) -> None:
    redactor = Redactor()
    redactor.add(Secret(text))
    raw = text.encode()
    for form in (
        text,
        quote(text),
        quote(text, safe=""),
        quote_plus(text),
        json.dumps(text)[1:-1],
        json.dumps(text, ensure_ascii=False)[1:-1],
    ):
        assert redactor.mask(f"x={form}&y") == f"x={MASK}&y"
    encoded = base64.b64encode(before + raw + after).decode()
    urlsafe = base64.urlsafe_b64encode(before + raw + after).decode()
    assert MASK in redactor.mask(encoded)
    assert MASK in redactor.mask(urlsafe)


def test_the_longer_secret_is_masked_whole() -> None:
    redactor = Redactor()
    redactor.add(Secret("abcdef"))
    redactor.add(Secret("abcdef-and-more"))
    assert redactor.mask("abcdef-and-more") == MASK


def test_bytes_that_are_not_utf8_are_kept() -> None:
    redactor = Redactor()
    redactor.add(Secret("hidden"))
    assert redactor.mask_bytes(b"\xff hidden \xfe") == b"\xff **** \xfe"


def test_a_text_of_three_characters_cannot_be_masked() -> None:
    redactor = Redactor()
    redactor.add(Secret("abc"))
    redactor.add(Secret(""))
    assert redactor.mask("abc") == "abc"


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=9, max_size=40))
def test_base64_leaves_no_tail_of_it(secret: str) -> None:
    redactor = Redactor()
    redactor.add(Secret(secret))
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        text = encode(secret.encode()).decode()
        assert redactor.mask(f"x {text} y") in (f"x {MASK} y", f"x {MASK}= y", f"x {MASK}== y")
        assert redactor.mask(text.rstrip("=")) == MASK
        pair = encode(b"id:" + secret.encode()).decode()
        assert redactor.mask(pair).rstrip("=").endswith(MASK)


def test_a_problem_is_masked_in_every_text() -> None:
    redactor = Redactor()
    redactor.add(Secret("s3cret"))
    cause = Cause("c s3cret", "e s3cret")
    masked = redactor.mask_problem(
        Problem(ProblemKind.INPUT, "t s3cret", "h s3cret", "d s3cret", (cause,))
    )
    assert masked == Problem(
        ProblemKind.INPUT, "t ****", "h ****", "d ****", (Cause("c ****", "e ****"),)
    )
    plain = Problem(ProblemKind.INPUT, "t")
    assert redactor.mask_problem(plain) is plain
