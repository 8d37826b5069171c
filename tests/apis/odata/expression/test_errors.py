from k2bench.apis.odata.expression import ExpressionError
from k2bench.core.problem import ProblemKind, WorkbenchError


def test_it_is_a_problem_that_a_banner_can_show() -> None:
    error = ExpressionError("Expected a name", 3, ("a name",), "No blank here.")
    assert isinstance(error, WorkbenchError)
    assert (error.problem.kind, error.problem.title) == (ProblemKind.INPUT, "Expected a name")
    assert error.problem.hint == "No blank here."
    assert (str(error), error.position, error.expected) == ("Expected a name", 3, ("a name",))
