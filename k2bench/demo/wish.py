"""Values that a caller of the control surface sends, checked one by one.

Each function gives the value back, or says in a sentence what it must be.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

MOST = 1_000_000_000


class BadRequestError(Exception):
    """A request to the control surface that makes no sense; its text says why."""


def only(body: dict[str, Any], known: Collection[str]) -> None:
    """Refuses an object with other names in it.

    Raises:
        BadRequestError: Says which.
    """
    unknown = sorted(set(body) - set(known))
    if unknown:
        raise BadRequestError(f"there is no {unknown[0]!a}; there are: {', '.join(sorted(known))}")


def number(name: str, value: Any, least: float, most: float) -> float:
    """A number between two others.

    Raises:
        BadRequestError: It is none, or NaN.
    """
    if type(value) not in (int, float) or not least <= value <= most:
        raise BadRequestError(f"{name!r} must be a number from {least:g} to {most:g}")
    return float(value)


def count(name: str, value: Any, least: int) -> int:
    """A whole number.

    Raises:
        BadRequestError: It is none, or too small.
    """
    if type(value) is not int or not least <= value <= MOST:
        raise BadRequestError(f"{name!r} must be a whole number from {least} to {MOST}")
    return value


def flag(name: str, value: Any) -> bool:
    """True or false.

    Raises:
        BadRequestError: It is neither.
    """
    if type(value) is not bool:
        raise BadRequestError(f"{name!r} must be true or false")
    return value


def text(name: str, value: Any) -> str:
    """A text that can be written in UTF-8.

    Raises:
        BadRequestError: It is none, or has half a character in it.
    """
    if type(value) is not str or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadRequestError(f"{name!r} must be a text")
    return value
