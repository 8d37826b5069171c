"""The words below a secret field: where what is typed there is kept."""

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem

OF_REQUEST = "Kept until k2bench is closed, never in a file. To keep it, use a {{variable}}."
WHEN_LEFT = "Kept in the system's keychain when you leave the field."
IN_SESSION = "Kept for this session only."


def where_kept(environment: Environment | None, own: bool) -> str:
    """Where the secret of an authorization is kept; `own`: of a request."""
    if own:
        return OF_REQUEST
    return IN_SESSION if environment is not None and environment.transient else WHEN_LEFT


def session_only(problem: Problem) -> str:
    """Why a secret did not get into the keychain."""
    return f"{IN_SESSION} {problem.title}" + (f": {problem.detail}" if problem.detail else ".")
