import pytest

from k2bench.apis.login_page import explain_login_page
from k2bench.core.problem import Step
from tests.apis.snapshots import snapshot


@pytest.mark.parametrize(
    "body",
    [b"<html><form><input name=p type='password'></form>", b"<html><INPUT TYPE=password>"],
)
def test_a_login_page_is_said_to_be_one(body: bytes) -> None:
    problem = explain_login_page(snapshot(body, "text/html"))
    assert problem is not None
    assert "login page" in problem.title
    assert problem.steps[0].step is Step.GET_TOKEN


@pytest.mark.parametrize(
    ("body", "media_type"),
    [(b"<html><p>password", "text/html"), (b'{"a": "<input type=password>"}', "application/json")],
)
def test_every_other_answer_is_none(body: bytes, media_type: str) -> None:
    assert explain_login_page(snapshot(body, media_type)) is None
