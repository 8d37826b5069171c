"""The JSON object in an answer of a login, or in words what it is instead."""

import json
from typing import Any


class UnreadableError(ValueError):
    """The answer is not the document that was asked for; the text goes on after “:”."""


def read_object(body: bytes, media_type: str) -> dict[str, Any]:
    """The JSON object in an answer.

    Raises:
        UnreadableError: it is something else; the text says what.
    """
    if not body.strip():
        raise UnreadableError("it is empty")
    if "html" in media_type or body[:512].lstrip().lower().startswith((b"<!doctype", b"<html")):
        raise UnreadableError("it is a web page")
    try:
        members = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError("it is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is not JSON") from error
    if not isinstance(members, dict):
        raise UnreadableError("it is JSON, but not an object")
    return members
