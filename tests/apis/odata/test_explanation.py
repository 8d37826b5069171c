import json

import pytest

from k2bench.apis.odata.explanation import error_message, explain_odata
from k2bench.core.problem import Step
from tests.apis.snapshots import CONTEXT, snapshot


def error(message: object) -> bytes:
    return json.dumps({"error": {"code": "x", "message": message}}).encode()


def test_the_servers_own_words_lead() -> None:
    problem = explain_odata(snapshot(error("No such property"), status=400), CONTEXT)
    assert problem is not None
    assert problem.hint.startswith("The server says: No such property.")
    assert "v3" in error_message(snapshot(error({"lang": "en", "value": "v3"}), status=400))


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"error":1}', b"[" * 9999, error(None)])
def test_odd_bodies_say_nothing(body: bytes) -> None:
    assert error_message(snapshot(body, status=500)) == ""


def test_a_missing_set_is_very_likely_a_display_name() -> None:
    url = "https://h/api/odatav4/v4/Employee%20Sample?$top=1"
    problem = explain_odata(snapshot(error("Not found."), status=404, url=url), CONTEXT)
    assert problem is not None
    assert "“Employee Sample” is a display name" in problem.hint
    assert problem.steps[0].step is Step.OPEN_URL
    assert problem.steps[0].value == "https://h/api/odatav4/v4/"


def test_success_is_not_explained() -> None:
    assert explain_odata(snapshot(), CONTEXT) is None
