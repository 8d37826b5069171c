from __future__ import annotations

from typing import Any

import pytest

from k2bench.demo import wish


@pytest.mark.parametrize("value", ["1", None, True, float("nan"), -1, 11, 10**400, [1]])
def test_what_is_no_number(value: Any) -> None:
    with pytest.raises(wish.BadRequestError, match="'delay' must be a number from 0 to 10"):
        wish.number("delay", value, 0, 10)


@pytest.mark.parametrize("value", ["1", None, True, 1.0, 0, 10**400])
def test_what_is_no_count(value: Any) -> None:
    with pytest.raises(wish.BadRequestError, match="'times' must be a whole number from 1"):
        wish.count("times", value, 1)


@pytest.mark.parametrize("value", [0, 1, None, "true"])
def test_what_is_no_flag(value: Any) -> None:
    with pytest.raises(wish.BadRequestError, match="'enabled' must be true or false"):
        wish.flag("enabled", value)


@pytest.mark.parametrize("value", [5, None, ["x"], "\ud800"])
def test_what_is_no_text(value: Any) -> None:
    with pytest.raises(wish.BadRequestError, match="'path' must be a text"):
        wish.text("path", value)


def test_what_is_good_comes_back() -> None:
    assert wish.number("delay", 3, 0, 10) == 3.0
    assert wish.count("times", 1, 1) == 1
    assert wish.flag("enabled", False) is False
    assert wish.text("path", "é") == "é"
    wish.only({"a": 1}, {"a", "b"})
    with pytest.raises(wish.BadRequestError, match="'c'"):
        wish.only({"a": 1, "c": 1}, {"a", "b"})
