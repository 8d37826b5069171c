"""Why metadata or a service document cannot be read at all."""

from k2bench.core.problem import NextStep, Problem, ProblemKind, Step, WorkbenchError

SHOWN = 2_000  # characters of what came, in the details


class MetadataError(WorkbenchError):
    """What came is something else, or breaks off. The problem says which, and what to do."""


def unreadable(
    title: str, hint: str = "", data: bytes = b"", detail: str = "", *steps: NextStep
) -> MetadataError:
    """An error about `data`, the start of which goes into the details."""
    shown = bytes(data[:SHOWN]).decode("utf-8", "replace")
    text = f"{detail}\n\n{shown}" if detail and shown else detail or shown
    return MetadataError(Problem(ProblemKind.PROTOCOL, title, hint, detail=text, steps=steps))


def login_page(data: bytes) -> MetadataError:
    """A web page came."""
    return unreadable(
        "A web page came instead of data",
        "Very likely a login page: the token is missing or has expired, or the address is that of "
        "a web site and not of an OData service.",
        data,
        "",
        NextStep("Get New Access Token", Step.GET_TOKEN),
    )
