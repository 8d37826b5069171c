from dataclasses import replace

import pytest

from k2bench.auth.credentials import ClientCredentials
from k2bench.auth.token import LARGEST
from k2bench.auth.token_answer import TokenAnswer
from k2bench.auth.unusable_answer import explain_unusable, likely_token_url
from k2bench.core.problem import Problem, ProblemKind, Step
from k2bench.core.secret import Secret

GUID = "6f1d2c3b-4a59-4e68-9b7a-0c1d2e3f4a5b"
SENT = ClientCredentials(
    f"https://login.onk2.com/{GUID}/connect/token",
    "idt.cc.x",
    Secret("s3cret-text"),
    "https://api.k2.com/",
)
LIMIT = Problem(ProblemKind.POLICY, "The answer is larger than 1 MB", "Raise it in the settings.")


@pytest.mark.parametrize(
    ("status", "media_type", "body", "title"),
    [
        (404, "text/html", b"<html>", "no token endpoint"),
        (200, "text/html", b"<html>", "web page"),
        (200, "", b" ", "empty answer"),
        (200, "application/json", b"{}", "holds no token (200)"),
        (500, "application/json", b"{}", "holds no token (500)"),
    ],
)
def test_answers_that_hold_no_token(status: int, media_type: str, body: bytes, title: str) -> None:
    problem = explain_unusable(TokenAnswer(status, media_type, body), SENT)
    assert title in problem.title
    assert problem.hint
    assert problem.steps
    assert "s3cret-text" not in str(problem)


def test_a_redirect_is_not_followed() -> None:
    problem = explain_unusable(TokenAnswer(302, "", b"", "https://elsewhere/"), SENT)
    assert "redirects" in problem.title
    assert "https://elsewhere/" in problem.detail


@pytest.mark.parametrize(
    "url",
    [
        "https://l/g",
        "https://l/g/",
        "https://l/g/.well-known/openid-configuration",
        "https://l/g/connect/token",
        "https://l/g/connect",
        "https://l/g/connect/token/?x#y",
    ],
)
def test_the_token_endpoint_behind_what_was_pasted(url: str) -> None:
    assert likely_token_url(url) == "https://l/g/connect/token"


@pytest.mark.parametrize(
    ("status", "retry_after", "words"),
    [
        (429, "", ("asked too often",)),
        (429, "90", ("asked too often", "wait for 1 min")),
        (429, "Fri, 31 Dec 1999 23:59:59 GMT", ("wait until Fri, 31 Dec",)),
        (429, "9" * 5_000, ("years",)),
        (503, "2", ("temporarily not available (503)", "wait for 2 s")),
    ],
)
def test_what_passes_is_tried_again(status: int, retry_after: str, words: tuple[str, ...]) -> None:
    answer = TokenAnswer(status, "text/html", b"<p>busy</p>", retry_after=retry_after)
    problem = explain_unusable(answer, SENT)
    for each in words:
        assert each in f"{problem.title}. {problem.hint}"
    assert [step.step for step in problem.steps] == [Step.RETRY]
    assert "proxy" not in problem.hint


def test_our_own_limit_is_said_and_the_likely_cause() -> None:
    start = b'{"access_token":"'
    token = TokenAnswer(
        200, "application/json", start.ljust(LARGEST, b"y"), trouble=LIMIT, too_large=True
    )
    problem = explain_unusable(token, SENT)
    assert problem.title == "The login's answer is larger than 1 MB"
    assert "claims" in problem.hint
    assert "settings" not in problem.hint + problem.detail
    file = TokenAnswer(200, "", b"\0" * LARGEST, trouble=LIMIT, too_large=True)
    problem = explain_unusable(file, replace(SENT, token_url="https://l/big.zip"))
    assert "no usual token" in problem.hint
    assert "should end with /connect/token" in problem.hint


def test_a_token_that_cannot_be_sent_is_said_precisely() -> None:
    body, why = b'{"access_token":"****"}', "the token is of type mac, not Bearer"
    problem = explain_unusable(TokenAnswer(200, "application/json", body, why=why), SENT)
    assert problem.title == f"The login's answer cannot be used: {why}"
    assert "k2bench cannot send such a token" in problem.hint
    other = explain_unusable(TokenAnswer(500, "", b"Oops", why="status 500"), SENT)
    assert other.title == "The login's answer holds no token (500)"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://login.onk2.com/connect/token", "GUID is missing"),
        (SENT.token_url, "or the tenant's GUID"),
        (f"{SENT.token_url}/", "slash at the end"),
        (f"https://login.onk2.com/{GUID}", "should end with /connect/token"),
    ],
)
@pytest.mark.parametrize(
    "answer", [TokenAnswer(404, "", b"x"), TokenAnswer(302, "", b"", "https://elsewhere/")]
)
def test_only_a_url_without_the_end_is_told_of_the_end(
    answer: TokenAnswer, url: str, words: str
) -> None:
    hint = explain_unusable(answer, replace(SENT, token_url=url)).hint
    assert words in hint
    assert ("should end" in hint) == ("should end" in words)


def test_a_broken_answer_says_what_broke() -> None:
    trouble = Problem(
        ProblemKind.NETWORK, "The answer is cut off", "h ended the connection too early. "
        "What came is shown; send again.", "ReadError: reset",
    )  # fmt: skip
    problem = explain_unusable(TokenAnswer(200, "", b"{", trouble=trouble), SENT)
    assert problem.title == "The login's answer is cut off"
    assert problem.hint == "h ended the connection too early. Try again."
    assert "ReadError" in problem.detail
    assert problem.steps[0].step is Step.RETRY


def test_a_slash_too_many_is_taken_away() -> None:
    sent = replace(SENT, token_url=f"{SENT.token_url}/")
    step = explain_unusable(TokenAnswer(404, "", b"x"), sent).steps[0]
    assert (step.label, step.value) == ("Remove the slash", SENT.token_url)
