"""Reads Postman's exports: collections (v2.0 and v2.1) and environments.

OAuth 2.0 settings stand at the collection, at folders or at requests, in arrays of keys and values
(v2.1) or in plain objects (v2.0). Source: Postman Collection Format 2.0.0 and 2.1.0, “auth”.
"""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from k2bench.auth.one_line import one_line
from k2bench.auth.pasting.gathering import Gathering
from k2bench.auth.pasting.names import Role, role_of
from k2bench.auth.pasting.postman_tree import LONGEST_URL, Node, nodes_of, pairs_of
from k2bench.auth.pasting.scanning import scan
from k2bench.auth.pasting.taking import take, take_named

_PARAMETERS = ("tokenRequestParams",)
_NOT_SETTINGS = frozenset({"authRequestParams", "refreshRequestParams", "tokenName", "state"})


@dataclass(frozen=True, slots=True)
class _Setting:
    """An OAuth 2.0 setting and where it stands."""

    node: Node
    members: Mapping[str, Any]

    @property
    def where(self) -> str:
        """`collection auth`."""
        return f"{self.node.where} auth"

    @property
    def use(self) -> int:
        """How much it is worth: client credentials with a token URL first."""
        grant = str(self.members.get("grant_type", "client_credentials"))
        return 2 * (grant == "client_credentials") + bool(self.members.get("accessTokenUrl"))


def kind_of(document: Any) -> str:
    """`a Postman collection`, `a Postman environment`, or empty when it is neither."""
    inner = _unwrapped(document)
    if not isinstance(inner, dict):
        return ""
    if isinstance(inner.get("item"), list) or _oauth2(inner.get("auth")):
        return "a Postman collection"
    values = inner.get("values")
    is_list = isinstance(values, list) and all(isinstance(each, dict) for each in values)
    return "a Postman environment" if is_list else ""


def read_postman(found: Gathering, document: Any) -> None:
    """Take what an export holds; `kind_of` it was not empty."""
    inner = _unwrapped(document)
    if isinstance(inner.get("values"), list):
        _read_environment(found, inner)
        return
    nodes = nodes_of(inner)
    _read_settings(found, nodes)
    for node in nodes:
        _read_request(found, node)
    for name, value in nodes[0].values.items():
        where = f"collection variable {one_line(name, 40)}"
        _take_filled(found, name, value, where, nodes[0])


def _unwrapped(document: Any) -> Any:
    """Postman's API puts an export into one more object."""
    if isinstance(document, dict) and len(document) == 1:
        (name,) = document
        if name in ("collection", "environment"):
            return document[name]
    return document


def _oauth2(auth: Any) -> dict[str, Any]:
    if not isinstance(auth, dict) or auth.get("type") != "oauth2":
        return {}
    return dict(pairs_of(auth.get("oauth2")))


def _read_environment(found: Gathering, environment: dict[str, Any]) -> None:
    values = dict(pairs_of(environment["values"]))
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    node = Node("environment", None, ChainMap(texts))
    for name, value in texts.items():
        where = f"environment value {one_line(name, 40)}"
        if not _take_filled(found, name, value, where, node) and len(value) <= LONGEST_URL:
            scan(found, node.fill(value)[0], where)


def _read_settings(found: Gathering, nodes: list[Node]) -> None:
    """Take the best setting; of the others only that they are there."""
    settings = [_Setting(node, members) for node in nodes if (members := _oauth2(node.auth))]
    if not settings:
        kinds = {str(node.auth.get("type")) for node in nodes if isinstance(node.auth, dict)}
        for kind in sorted(kinds - {"noauth", "None"}):
            found.note(f"The authorization “{one_line(kind, 20)}” is not OAuth 2.0: not used.")
        return
    best = max(settings, key=lambda each: each.use)  # the first of equals: nearest to the root
    for name, value in best.members.items():
        _read_member(found, best, name, value)
    others = {_identity(each) for each in settings} - {_identity(best)}
    if others:
        found.note(
            f"{len(others)} other OAuth 2.0 settings are in it; those of {best.where} are used."
        )


def _identity(setting: _Setting) -> tuple[str, ...]:
    names = ("accessTokenUrl", "clientId", "scope", "grant_type")
    return tuple(setting.node.fill(str(setting.members.get(name, "")))[0] for name in names)


def _read_member(found: Gathering, setting: _Setting, name: str, value: Any) -> None:
    where = setting.where
    if name in _PARAMETERS:
        for key, text in pairs_of(value):
            if isinstance(text, str):
                found.put_extra(key, setting.node.fill(text)[0], where)
    elif name == "addTokenTo" and value == "queryParams":
        found.note(f"The {where} puts the token into the URL; k2bench sends it as a header.")
    elif name == "headerPrefix" and str(value).strip().lower() != "bearer":
        found.note(f"The {where} has another header prefix; k2bench sends “Bearer”.")
    elif isinstance(value, str) and name not in _NOT_SETTINGS:
        _take_filled(found, name, value, where, setting.node)


def _take_filled(found: Gathering, name: str, value: str, where: str, node: Node) -> bool:
    """Take a value with its variables filled in; one that stays unfilled is said and left out."""
    role = role_of(name)
    if role is None:
        return False
    text, missing = node.fill(value)
    for each in missing:
        found.note(f"{{{{{one_line(each, 40)}}}}} ({where}) is not in what was pasted.")
    return bool(missing) or take(found, role, text, where, name.strip().lower())


def _read_request(found: Gathering, node: Node) -> None:
    """The address of a request, and a token request that somebody wrote by hand."""
    url, missing = node.fill(node.url)
    if url and not missing:
        scan(found, url, node.where)
    for name, value in node.form:
        take_named(found, name, node.fill(value)[0], f"{node.where} body")
    if isinstance(node.auth, dict) and any(name == "grant_type" for name, _ in node.form):
        _read_basic(found, node, dict(pairs_of(node.auth.get("basic"))))


def _read_basic(found: Gathering, node: Node, basic: dict[str, Any]) -> None:
    for name, role in (("username", Role.CLIENT_ID), ("password", Role.SECRET)):
        value = basic.get(name)
        if isinstance(value, str):
            take(found, role, node.fill(value)[0], f"{node.where} auth")
            take(found, Role.CLIENT_AUTH, "basic", f"{node.where} auth")
