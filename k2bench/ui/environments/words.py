"""What is said when an environment and its secrets were kept, or were not."""

from k2bench.core.problem import Problem

UNWRITTEN = "Not in the file; the change holds until k2bench is closed."


def saved_words(written: bool, has_secrets: bool, problem: Problem | None) -> str:
    """After a save. `written`: to the file; `problem`: why not all secrets are in the keychain."""
    words = "Saved." if written else UNWRITTEN
    if problem is not None:
        return f"{words} Secrets are kept for this session only. {why(problem)}"
    return f"{words} Its secrets are in the keychain." if has_secrets else words


def why(problem: Problem) -> str:
    """The title of a problem of the keychain, and its detail if it has one."""
    return f"{problem.title}: {problem.detail}" if problem.detail else f"{problem.title}."
