from k2bench.core.problem import (
    NextStep,
    Problem,
    ProblemKind,
    Step,
    WorkbenchError,
    input_error,
)


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = WorkbenchError(Problem(ProblemKind.INPUT, "The URL is empty", "Enter one"))
    assert str(error) == "The URL is empty. Enter one"


def test_an_input_error_leads_to_its_field() -> None:
    problem = input_error("The URL is empty", "Enter one", "Request URL").problem
    assert problem.steps == (NextStep("Edit Request URL", Step.EDIT_FIELD, "Request URL"),)
    assert problem.kind is ProblemKind.INPUT
