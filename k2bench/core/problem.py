"""The error tree: what a person is told when something did not work.

WorkbenchError          carries a Problem; every error that a user can meet is one

It does not know which widget shows a problem, nor how a next step is taken.
"""

from dataclasses import dataclass
from enum import StrEnum


class ProblemKind(StrEnum):
    """What went wrong, in the coarsest words that code may decide by."""

    INPUT = "input"  # something typed cannot be used as it is
    NETWORK = "network"  # no answer: DNS, refused, reset, TLS
    TIMEOUT = "timeout"
    PROTOCOL = "protocol"  # an answer that breaks its own format
    REFUSED = "refused"  # the server understood and said no
    POLICY = "policy"  # k2bench itself will not do this
    STORAGE = "storage"  # a file, the keychain
    BUG = "bug"


class Step(StrEnum):
    """What a button in a problem does. The window maps each to one of its actions."""

    COMPARE_HASH = "compare_hash"
    EDIT_FIELD = "edit_field"  # value: the accessible name of the field
    SET_SCOPE = "set_scope"  # value: the scope
    SET_TOKEN_URL = "set_token_url"  # value: the URL
    GET_TOKEN = "get_token"
    CHECK_ENDPOINT = "check_endpoint"
    INSPECT_TOKEN = "inspect_token"
    OPEN_URL = "open_url"  # value: a request URL to open in a tab
    SHOW_TICKET = "show_ticket"
    EXPLAIN_IDENTITY = "explain_identity"
    SHOW_HELP = "show_help"  # value: a page of resources/help
    SHOW_PREFERENCES = "show_preferences"
    RETRY = "retry"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A button: its label, what it does, and with what."""

    label: str
    step: Step
    value: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """One likely cause, the evidence found for it (may be empty) and the click that mends it."""

    text: str
    evidence: str = ""
    next_step: NextStep | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What happened (`title`), why it probably happened (`hint`), details on demand.

    `causes` are ranked, the likeliest first; `steps` are the buttons, at most two are shown.
    """

    kind: ProblemKind
    title: str
    hint: str = ""
    detail: str = ""
    causes: tuple[Cause, ...] = ()
    steps: tuple[NextStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing about an answer with which nothing is wrong."""

    text: str
    next_step: NextStep | None = None


class WorkbenchError(Exception):
    """An error that a user can meet."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.title}. {problem.hint}".strip())
        self.problem = problem


def input_error(title: str, hint: str = "", field: str = "") -> WorkbenchError:
    """A WorkbenchError about something typed; `field` is the accessible name of where."""
    steps = (NextStep(f"Edit {field}", Step.EDIT_FIELD, field),) if field else ()
    return WorkbenchError(Problem(ProblemKind.INPUT, title, hint, steps=steps))
