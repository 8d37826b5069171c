"""An access token laid out for reading: each member with its value and what it means.

The signature is for `workbench.verification`. The token itself is in none of the texts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from k2bench.auth.check import Verdict
from k2bench.auth.claims import CLAIMS, HEADER, Expected, Explain, Meaning
from k2bench.auth.jwt import Jwt
from k2bench.auth.moments import from_now, local_time, seconds_of, span_of
from k2bench.auth.one_line import one_line
from k2bench.auth.token import AccessToken

LONGEST_VALUE = 1_000  # characters of a value that are shown
LONGEST_JSON = 100_000
MOST_ROWS = 200  # of a part
CLOCKS_DIFFER = 60.0  # seconds


class Part(StrEnum):
    """Where a row comes from."""

    ANSWER = "Answer"
    HEADER = "Header"
    CLAIMS = "Claims"


@dataclass(frozen=True, slots=True)
class Row:
    """A member of the token or of the answer that brought it."""

    part: Part
    name: str
    value: str
    meaning: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """A token to read.

    Attributes:
        summary: what kind of token it is and how long it lasts, in a sentence.
        json: header and claims laid out; empty for an opaque token.
    """

    opaque: bool
    summary: str
    rows: tuple[Row, ...]
    json: str = ""


def inspect(token: AccessToken, expected: Expected) -> Inspection:
    """Lay out `token`. Whatever it holds is survived; what is too long to show is cut."""
    answer = _answer_rows(token, expected)
    jwt = token.jwt
    if jwt is None:
        return Inspection(True, _opaque(token) + _rest(token, expected), answer)
    rows = (
        *answer,
        *_rows(Part.HEADER, jwt.header, HEADER, expected),
        *_rows(Part.CLAIMS, jwt.claims, CLAIMS, expected),
    )
    summary = "A JSON Web Token." + _rest(token, expected)
    return Inspection(False, summary, rows, _laid_out(jwt))


def _opaque(token: AccessToken) -> str:
    dots = token.value.reveal().count(".")
    if dots == 2:
        return (
            "It has the three parts of a JSON Web Token, but they cannot be read: it is broken, or "
            "opaque after all."
        )
    if dots == 4:
        return "It has the five parts of an encrypted token: only its API can read it."
    return "An opaque token: only the login can read it, so all that is known is its answer."


def _rest(token: AccessToken, expected: Expected) -> str:
    if token.expires_at is None:
        return " When it ends is not known."
    when = from_now(token.expires_at, expected.now)
    return f" It expired {when}." if token.is_expired(expected.now) else f" It ends {when}."


def _answer_rows(token: AccessToken, expected: Expected) -> tuple[Row, ...]:
    rows = [
        Row(Part.ANSWER, "token_type", one_line(token.token_type), "How it is sent."),
        Row(Part.ANSWER, "scope", one_line(token.scope, LONGEST_VALUE), "As granted, or as asked."),
    ]
    if token.expires_at is not None:
        life = span_of(max(0.0, token.expires_at - token.issued_at))
        rows.append(_expires(token, token.expires_at, life, expected))
    return (*rows, *(Row(Part.ANSWER, "note", note) for note in token.notes))


def _expires(token: AccessToken, end: float, life: str, expected: Expected) -> Row:
    shown = local_time(end, expected.zone) or "beyond any calendar"
    exp = seconds_of(token.jwt.claims.get("exp")) if token.jwt else None
    if exp is not None and abs(exp - end) > CLOCKS_DIFFER:
        words = (
            f"By this computer's clock. The token's own exp is {span_of(abs(exp - end))} "
            f"{'later' if exp > end else 'earlier'}: very likely this clock is wrong."
        )
        return Row(Part.ANSWER, "expires_in", life, f"Until {shown}. {words}", Verdict.WARN)
    return Row(Part.ANSWER, "expires_in", life, f"Until {shown}.")


def _rows(
    part: Part, members: Mapping[str, Any], known: Mapping[str, Explain], expected: Expected
) -> tuple[Row, ...]:
    names = [name for name in known if name in members]
    names += [name for name in members if name not in known]
    rows = []
    for name in names[:MOST_ROWS]:
        explain = known.get(name)
        meaning = explain(members[name], members, expected) if explain else Meaning()
        value = _shown(members[name])
        rows.append(Row(part, one_line(name, 60), value, meaning.text, meaning.verdict))
    rest = len(names) - MOST_ROWS
    return (*rows, *([Row(part, "…", f"{rest:,} more")] if rest > 0 else []))


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return one_line(value, LONGEST_VALUE)
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return one_line(", ".join(value), LONGEST_VALUE)
    return one_line(_dumped(value), LONGEST_VALUE)


def _dumped(value: Any, indent: int | None = None) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, indent=indent)
    except RecursionError:  # reading allows a little more depth than writing
        return "(nested too deep to show)"


def _laid_out(jwt: Jwt) -> str:
    text = _dumped({"header": jwt.header, "claims": jwt.claims}, indent=2)
    if len(text) > LONGEST_JSON:
        text = f"{text[:LONGEST_JSON]}\n… ({len(text) - LONGEST_JSON:,} more characters)"
    return text.encode("utf-8", "backslashreplace").decode()  # a lone surrogate is no text
