"""Where a request went: the origin of the masked URL that is kept of it."""

from k2bench.core.problem import WorkbenchError
from k2bench.core.response import ResponseSnapshot
from k2bench.core.url import Origin, origin_of


def sent_to(response: ResponseSnapshot) -> Origin | None:
    """The origin; None when the mask hides a part of it."""
    try:
        return origin_of(response.sent.url)
    except WorkbenchError:
        return None
