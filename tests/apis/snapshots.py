"""Answers for tests of the kinds of API."""

from k2bench.apis.kind import Context
from k2bench.core.environment import Environment
from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseBody, ResponseSnapshot, SentRequest

CONTEXT = Context(Environment("1", "Dev", "https://h"))


def snapshot(
    body: bytes = b"",
    media_type: str = "application/json",
    status: int = 200,
    url: str = "https://h/x",
    **headers: str,
) -> ResponseSnapshot:
    """An answer; keyword arguments become headers, `_` for `-`."""
    sent = SentRequest("GET", url, (("Authorization", "****"),))
    pairs = [("Content-Type", media_type)] if media_type else []
    pairs += [(name.replace("_", "-"), value) for name, value in headers.items()]
    return ResponseSnapshot(
        RequestSpec(), sent, status, headers=tuple(pairs), body=ResponseBody(body)
    )
