"""Reads curl command lines, as documentation and Postman's code window give them.

Source: curl(1), options -d, -u, -H, -G, --data-urlencode, --url.
"""

import base64
import binascii
import re
import shlex
from collections.abc import Callable, Iterator
from urllib.parse import unquote_plus

from k2bench.auth.pasting.gathering import Field, Gathering
from k2bench.auth.pasting.lines import take_form
from k2bench.auth.pasting.names import Role
from k2bench.auth.pasting.scanning import scan
from k2bench.auth.pasting.taking import take, take_named

LONGEST = 100_000  # characters; splitting takes about a microsecond for each
_START = re.compile(r"^[ \t]*(?:[$>#%][ \t]+)?`{0,3}curl(?:\.exe)?[ \t]+", re.M | re.IGNORECASE)
_CONTINUED = re.compile(r"[\\^`]\n")  # bash, cmd and PowerShell
_END = re.compile(r"(?<![\\^`])\n")
_PLACE = {
    **dict.fromkeys(("-d", "--data", "--data-raw", "--data-ascii", "--data-binary"), "data"),
    **dict.fromkeys(("-u", "--user"), "user"),
    **dict.fromkeys(("-H", "--header"), "header"),
    **dict.fromkeys(("-F", "--form", "--form-string"), "form"),
    "--data-urlencode": "urlencode",
    "--url": "url",
}
_ATTACHED = ("-d", "-u", "-H", "-F")
_LONG = ("request", "output", "user-agent", "referer", "cookie", "cookie-jar", "max-time", "retry")
_WITH_VALUE = frozenset(
    {f"-{letter}" for letter in "XoAebcmxw"}
    | {f"--{name}" for name in (*_LONG, "connect-timeout", "proxy", "cacert", "write-out")}
)


def find_curl(text: str) -> tuple[int, int] | None:
    """Where the first command begins and ends: it goes on over lines that end in `\\ ^ ``."""
    start = _START.search(text)
    if start is None:
        return None
    end = _END.search(text, start.end())
    return start.start(), end.start() if end else len(text)


def read_curl(found: Gathering, command: str) -> bool:
    """Take what the command holds; False when it cannot be split into words."""
    if len(command) > LONGEST:
        return False
    try:
        words = shlex.split(_CONTINUED.sub(" ", command).strip().strip("`").replace(" $'", " '"))
    except ValueError:
        return False
    parts = list(_parts(words))
    for place, value in parts:
        _READERS[place](found, value)
    if not found.has(Field.TOKEN_URL) and any("grant_type" in value for _, value in parts):
        for url in (value for place, value in parts if place == "url" and "://" in value):
            take(found, Role.TOKEN_URL, url.partition("?")[0], "curl address")
    return True


def _parts(words: list[str]) -> Iterator[tuple[str, str]]:
    """The place and the value of each part of the command that may matter."""
    rest = iter(words)
    for word in rest:
        if word.startswith("--") and "=" in word and word.partition("=")[0] in _PLACE:
            name, _, value = word.partition("=")
            yield _PLACE[name], value
        elif word in _PLACE:
            yield _PLACE[word], next(rest, "")
        elif word in _WITH_VALUE:
            next(rest, "")
        elif word[:2] in _ATTACHED and not word.startswith("--"):
            yield _PLACE[word[:2]], word[2:]
        elif not word.startswith("-"):
            yield "url", word


def _url(found: Gathering, word: str) -> None:
    if "://" in word:
        address, _, query = word.partition("?")
        scan(found, address, "curl address")
        take_form(found, query, "curl address")


def _data(found: Gathering, value: str) -> None:
    if value.startswith("@"):
        found.note("curl -d reads a file, which was not pasted.")
    else:
        take_form(found, value, "curl -d")


def _urlencode(found: Gathering, value: str) -> None:
    name, mark, text = value.partition("=")
    if mark and name:
        take_named(found, name, text, "curl --data-urlencode")


def _form(found: Gathering, value: str) -> None:
    found.note("curl -F sends multipart/form-data, which no token endpoint takes.")
    name, _, text = value.partition("=")
    take_named(found, name, text, "curl -F")


def _user(found: Gathering, value: str) -> None:
    _take_basic(found, value, "curl -u")


def _take_basic(found: Gathering, pair: str, where: str) -> None:
    client_id, _, secret = pair.partition(":")
    take(found, Role.CLIENT_ID, client_id, where)
    take(found, Role.SECRET, secret, where)
    take(found, Role.CLIENT_AUTH, "basic", where)


def _header(found: Gathering, value: str) -> None:
    name, _, text = value.partition(":")
    kind, _, credentials = text.strip().partition(" ")
    if name.strip().lower() != "authorization":
        return
    if kind.lower() == "bearer":
        take(found, Role.ACCESS_TOKEN, credentials, "curl -H")
    elif kind.lower() == "basic":
        try:
            pair = base64.b64decode(credentials.strip(), validate=True).decode()
        except (binascii.Error, ValueError):
            found.note("The Basic header of curl -H cannot be read.")
            return
        if "%" in pair:  # form-encoded, as RFC 6749 2.3.1 says
            pair = ":".join(unquote_plus(part) for part in pair.split(":", 1))
        _take_basic(found, pair, "curl -H")


_READERS: dict[str, Callable[[Gathering, str], None]] = {
    "data": _data,
    "user": _user,
    "header": _header,
    "form": _form,
    "urlencode": _urlencode,
    "url": _url,
}
