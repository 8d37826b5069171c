"""What a JSONPath (RFC 9535) selects in a JSON text. Numbers stay as they were sent.

It takes as long, and as much memory, as it takes: meant for a process of its own. Of a key that
stands twice in an object the last one counts, as for other parsers.
"""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError

DEEPEST = 400  # levels that `..` goes down


class Sent(float):
    """A number that remembers how it was written: `1.10`, `1e3`, `-0`."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, text: str) -> "Sent":
        made = super().__new__(cls, text)
        made.text = text
        return made


def select(body: bytes, query: str, with_paths: bool = False) -> Iterator[bytes]:
    """The JSON text of each value that `query` selects, in order.

    Args:
        body: UTF-8; a byte order mark is skipped.
        with_paths: each is an object with its normalized path (RFC 9535, 2.7) and its value.

    Raises:
        WorkbenchError: the query is none, or the body is no JSON that can be read.
    """
    from jsonpath_rfc9535 import JSONPathEnvironment  # 40 ms, in the child process only
    from jsonpath_rfc9535.exceptions import JSONPathError, JSONPathRecursionError
    from jsonpath_rfc9535.filter_expressions import IntegerLiteral
    from jsonpath_rfc9535.parse import Parser

    class ExactParser(Parser):
        def parse_integer_literal(self, stream: Any) -> Any:
            made = super().parse_integer_literal(stream)
            digits = stream.current.value
            # the library goes through a float, which rounds an Int64
            exact = digits.lstrip("-").isdecimal()
            return IntegerLiteral(stream.current, value=int(digits)) if exact else made

    class Environment(JSONPathEnvironment):
        parser_class = ExactParser
        max_recursion_depth = DEEPEST

    try:
        compiled = Environment().compile(query)
        for node in compiled.finditer(_parsed(body)):
            yield _written({"path": node.path(), "value": node.value} if with_paths else node.value)
    except (JSONPathRecursionError, RecursionError) as error:
        title = "This answer is nested too deeply to be filtered"
        raise WorkbenchError(Problem(ProblemKind.INPUT, title)) from error
    except JSONPathError as error:
        raise _bad_query(error) from error
    except (OverflowError, ValueError) as error:
        title = "A number in this JSONPath is too large"
        raise WorkbenchError(Problem(ProblemKind.INPUT, title)) from error


def _parsed(body: bytes) -> Any:
    text = body.decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        return json.loads(
            text, parse_float=Sent, parse_int=_whole, parse_constant=_refuse, strict=False
        )
    except json.JSONDecodeError as error:
        words = error.msg[:1].lower() + error.msg[1:]
        raise _no_json(f"{words}, at character {error.pos:,}") from error


def _whole(text: str) -> int | Sent:
    if text == "-0" or len(text) > 4000:  # what an int would lose, or takes too long to read
        return Sent(text)
    return int(text)


def _refuse(name: str) -> None:
    raise _no_json(f"{name} stands in it, which JSON has no such number for")


def _written(value: Any) -> bytes:
    try:
        return msgspec.json.encode(_encodable(value))
    except UnicodeEncodeError:  # half of a surrogate pair
        return msgspec.json.encode(_encodable(value, odd=True))


def _encodable(value: Any, odd: bool = False) -> Any:
    """The same value with its numbers as the texts they were."""
    if isinstance(value, dict):
        return {_key(k) if odd else k: _encodable(v, odd) for k, v in value.items()}
    if isinstance(value, list):
        return [_encodable(each, odd) for each in value]
    if isinstance(value, Sent):
        return msgspec.Raw(value.text.encode())
    if isinstance(value, int) and not isinstance(value, bool):
        return msgspec.Raw(b"%d" % value)  # one of any size
    if odd and isinstance(value, str):
        return msgspec.Raw(json.dumps(value).encode())
    return value


def _key(name: str) -> str:
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _no_json(why: str) -> WorkbenchError:
    title = f"This answer is not JSON: {why}"
    return WorkbenchError(Problem(ProblemKind.PROTOCOL, title))


def _bad_query(error: Any) -> WorkbenchError:
    words = str(error.args[0]) if error.args else "This is no JSONPath"
    place = f" at position {error.token.index}" if error.token is not None else ""
    return WorkbenchError(Problem(ProblemKind.INPUT, words[:1].upper() + words[1:] + place))
