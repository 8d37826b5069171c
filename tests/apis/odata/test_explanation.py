import json
from dataclasses import replace

import pytest

from k2bench.apis.odata.explanation import error_message, explain_odata
from k2bench.core.problem import Problem, Step
from k2bench.core.request import RequestSpec
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


def missing(url: str, names: tuple[str, ...]) -> Problem:
    answer = replace(snapshot(status=404, url=url), request=RequestSpec("GET", url))
    problem = explain_odata(answer, replace(CONTEXT, names=names))
    assert problem is not None
    return problem


V4 = "https://h/api/odatav4/v4"


def test_the_nearest_names_are_offered() -> None:
    problem = missing(f"{V4}/Employee%20Sample?$top=1", ("EmployeeSample", "Suppliers"))
    assert "the system name is EmployeeSample" in problem.hint
    assert problem.steps[0].value == f"{V4}/EmployeeSample?$top=1"
    assert [cause.text.split()[-1] for cause in problem.causes][1:] == ["published", "ago"]


def test_what_is_like_nothing_is_not_published() -> None:
    problem = missing(f"{V4}/TravelExpenses", ("EmployeeSample",))
    assert "“TravelExpenses” is not published" in problem.hint
    assert [step.step for step in problem.steps] == [Step.OPEN_URL, Step.RETRY]


def test_a_published_name_has_another_fault() -> None:
    assert "no row has the key (7)" in missing(f"{V4}/A(7)", ("A",)).hint
    assert "what follows its name is not" in missing(f"{V4}/A/x", ("A",)).hint


@pytest.mark.parametrize("url", [f"{V4}/", f"{V4}/$metadata", "https://h/other"])
def test_only_names_below_a_service_are_looked_for(url: str) -> None:
    assert "nothing at this address" in missing(url, ("A",)).hint


@pytest.mark.parametrize(
    ("path", "name"), [("Set?$top=1", "Set"), ("Set/", "Set"), ("Gr%C3%B6%C3%9Fe?a/b", "Größe")]
)
def test_a_set_that_appeared_meanwhile_is_asked_for_once_more(path: str, name: str) -> None:
    problem = missing(f"{V4}/{path}", (name,))
    assert "published a moment ago" in problem.hint
    assert problem.steps[0].step is Step.RETRY


def test_a_path_below_a_set_that_ends_like_it_has_another_fault() -> None:
    assert "what follows its name is not" in missing(f"{V4}/A/A", ("A",)).hint
