from k2bench.apis.odata.metadata.error import MetadataError, login_page, unreadable
from k2bench.core.problem import ProblemKind, Step, WorkbenchError


def test_the_start_of_what_came_is_in_the_details() -> None:
    error = unreadable("No", "Because", b"x" * 5000, "line 1")
    assert isinstance(error, WorkbenchError)
    assert error.problem.kind is ProblemKind.PROTOCOL
    assert error.problem.detail == "line 1\n\n" + "x" * 2000
    assert unreadable("No", data=b"\xff").problem.detail == "�"


def test_a_login_page_offers_a_token() -> None:
    error = login_page(b"<html>")
    assert isinstance(error, MetadataError)
    assert error.problem.steps[0].step is Step.GET_TOKEN
