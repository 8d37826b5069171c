"""What is said when an environment and its secrets were kept, or were not."""

from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step

UNWRITTEN = "Not in the file; the change holds until k2bench is closed."


def saved_words(
    written: bool, has_secrets: bool, problem: Problem | None, done: str = "Saved."
) -> str:
    """After a save. `written`: to the file; `problem`: why not all secrets are in the keychain."""
    words = done if written else UNWRITTEN
    if problem is not None:
        return f"{words} Secrets are kept for this session only. {why(problem)}"
    return f"{words} Its secrets are in the keychain." if has_secrets else words


def not_forgotten(gone: Environment, problem: Problem) -> Problem:
    """The environment is deleted, and the keychain could not be asked to forget its secrets."""
    return Problem(
        ProblemKind.STORAGE,
        f"“{gone.name}” is deleted; its secrets may still be in the keychain",
        f"{problem.title}. Unlock or start the keychain and try again, or delete the entries of "
        "“k2bench” in the keychain's own program.",
        detail=problem.detail,
        steps=(NextStep("Try again", Step.RETRY, gone.id),),
    )


def not_copied(source: Environment, problem: Problem) -> Problem:
    """The environment is duplicated, and some of its secrets could not be read."""
    return Problem(
        ProblemKind.STORAGE,
        f"Not all secrets of “{source.name}” could be copied",
        f"{problem.title}. What could be read is in the copy; enter the rest there.",
        detail=problem.detail,
    )


def why(problem: Problem) -> str:
    """The title of a problem of the keychain, and its detail if it has one."""
    return f"{problem.title}: {problem.detail}" if problem.detail else f"{problem.title}."
