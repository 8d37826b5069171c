"""Reads running text: a support reply, `key=value` lines, a form body, a table.

It knows lines and labels only; what a value is worth is for `taking`.
"""

import json
import re
from contextlib import suppress
from urllib.parse import parse_qsl

from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.markup import numbered_lines
from k2bench.auth.pasting.names import LONGEST, Role, role_of
from k2bench.auth.pasting.scanning import scan, scan_hash
from k2bench.auth.pasting.taking import take, take_named

LONGEST_LINE = 20_000  # characters of a line in which a label is looked for
LONGEST_CHOICE = 6  # words: “Send client credentials in body” has five
_LEAD = re.compile(r"[\s>|*•#\-–]*(?:\d{1,3}[.)]\s+)?(?:(?:export|set|const|let|var)\s+|\$env:)?")
_NEXT = re.compile(r"[,;][ \t]{1,4}(?=([\w \t]{2,40})[:=])")
_SEPARATOR = re.compile(r":(?!//)|[=|\t]")
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "„": "“", "‘": "’", "«": "»"}


def read_lines(found: Gathering, text: str) -> None:
    """Take what each line of `text` holds."""
    unused, waiting = 0, None
    for number, line in numbered_lines(text):
        where = f"line {number}"
        if not line.strip():
            continue
        named = False
        for piece in _pieces(line):
            said, waiting = _labelled(found, piece, where, waiting)
            named |= said
        if not named and _is_form(line):
            body = next(word for word in line.split() if "grant_type=" in word)
            take_form(found, body.strip("\"'`"), where)
            continue
        unused += scan(found, line, where)
        if not named:
            scan_hash(found, line, where)
    if unused:
        found.note(
            "An address was not used: it is not one of a K2 login or tenant."
            if unused == 1
            else f"{unused} addresses were not used: they are not of a K2 login or tenant."
        )


def take_form(found: Gathering, body: str, where: str) -> None:
    """Take the fields of `application/x-www-form-urlencoded`."""
    try:
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return
    for name, value in pairs:
        take_named(found, name, value, where)


def _pieces(line: str) -> list[str]:
    """`client id: a, secret: b` in two; a line with one name stays whole."""
    starts = [
        (match.start(), match.end())
        for match in _NEXT.finditer(line[:LONGEST_LINE])
        if role_of(match.group(1)) is not None
    ]
    if not starts:
        return [line]
    ends = [*(start for start, _ in starts), len(line)]
    return [line[a:b] for a, b in zip([0, *(end for _, end in starts)], ends, strict=True)]


def _is_form(line: str) -> bool:
    return "&" in line and "grant_type=" in line and len(line) <= LONGEST_LINE


def _labelled(
    found: Gathering, line: str, where: str, waiting: Role | None
) -> tuple[bool, Role | None]:
    """Whether the line names a value, and the role that waits for a value on the next line."""
    start = _LEAD.match(line[:LONGEST_LINE])
    body = line[start.end() if start else 0 : LONGEST_LINE]
    separator = _SEPARATOR.search(body[: LONGEST * 2])
    label = body[: separator.start()] if separator else ""
    is_label = "://" not in label and not _is_form(line)
    role = role_of(label) if separator and is_label else None
    if role is None or separator is None:
        alone = len(body.split()) == 1
        return waiting is not None and alone and _take(found, waiting, body, where, ""), None
    value = _behind(body, separator)
    if not value.strip(" \t*_`"):
        return True, role
    return _take(found, role, value, where, label), None


def _behind(body: str, separator: re.Match[str]) -> str:
    value = body[separator.end() :]
    for arrow in ("> ", "= "):  # `=> value`, `:= value`
        value = value.removeprefix(arrow)
    return value.rstrip(" \t|") if separator.group() == "|" else value


def _take(found: Gathering, role: Role, value: str, where: str, label: str) -> bool:
    text, quoted = _unquoted(value)
    if role is Role.SECRET:
        return _take_secret(found, text, quoted, where)
    words = text.strip(" \t*_`,;").split()
    if role is Role.SCOPE:
        return _take_scope(found, words, where)
    if role is Role.EXTRA:
        return len(words) == 1 and take(
            found, role, words[0], where, label.strip(" *_`\"'").lower()
        )
    if role in (Role.CLIENT_AUTH, Role.GRANT):
        return len(words) <= LONGEST_CHOICE and take(found, role, " ".join(words), where)
    return bool(words) and take(found, role, words[0].rstrip(".,;*_`\"'"), where)


def _take_secret(found: Gathering, text: str, quoted: bool, where: str) -> bool:
    bare = text if quoted else text.strip()
    taken = take(found, Role.SECRET, bare, where)
    if not quoted and text != text.rstrip():
        found.note(f"The blanks behind the client secret of {where} were left out.")
    if not quoted and len(bare.split()) > 1:
        found.note(f"What {where} calls the client secret has blanks in it: is it a sentence?")
    return taken


def _take_scope(found: Gathering, words: list[str], where: str) -> bool:
    """Of prose around a scope only the addresses in it are taken."""
    clean = [word.strip("\"'`*,;()") for word in words]
    addresses = [word.rstrip(".") for word in clean if "://" in word]
    chosen = addresses or (clean if len(clean) == 1 else [])
    return take(found, Role.SCOPE, " ".join(chosen), where)


def _unquoted(value: str) -> tuple[str, bool]:
    """The text between quotes, if the value is quoted, and whether it is."""
    text = value.strip()
    closing = _QUOTES.get(text[:1], "")
    end = text.rfind(closing) if closing else 0
    if end <= 0 or text[end + 1 :].strip(" \t,;)}]"):
        return value.lstrip(), False
    inner = text[1:end]
    if text[0] == '"' and "\\" in inner:
        with suppress(ValueError):
            inner = str(json.loads(text[: end + 1], strict=False))
    return inner, True
