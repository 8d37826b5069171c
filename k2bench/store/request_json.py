"""A request as JSON and back, for tabs and collections. No secret is ever in it.

The secrets of an authorization are left out, and so are the values of headers that carry
credentials; a `{{name}}` is no secret and stays.
"""

from collections.abc import Callable
from typing import Any

from k2bench.core.auth_type import AuthType, KeyPlace
from k2bench.core.authorization import ApiKeyAuth, Auth, BasicAuth, BearerAuth, make_auth, type_of
from k2bench.core.request import Body, FormBody, NoBody, Pair, RequestSpec, TextBody
from k2bench.core.secret import Secret
from k2bench.core.variables import names_in
from k2bench.core.wire import SENSITIVE_HEADERS

Mask = Callable[[str], str]


def to_json(spec: RequestSpec, mask: Mask) -> dict[str, Any]:
    """`spec` as an object; `mask` takes every known secret out of its texts."""
    made: dict[str, Any] = {
        "name": mask(spec.name),
        "method": spec.method,
        "url": mask(spec.url),
        "headers": [_header(pair, mask) for pair in spec.headers],
        "unsent_params": [_pair(pair, mask) for pair in spec.unsent_params],
        "body": _body(spec.body, mask),
    }
    if spec.auth is not None:
        made["auth"] = _auth(spec.auth, mask)
    return made


def from_json(value: object) -> RequestSpec | None:
    """The request that `to_json` wrote; None when `value` is none. What is odd is passed over."""
    if not isinstance(value, dict) or not isinstance(value.get("url"), str):
        return None
    method = value.get("method")
    return RequestSpec(
        method if isinstance(method, str) and method else "GET",
        value["url"],
        _pairs(value.get("headers")),
        _read_body(value.get("body")),
        tuple(Pair(p.name, p.value, False) for p in _pairs(value.get("unsent_params"))),
        str(value.get("name") or ""),
        _read_auth(value.get("auth")),
    )


def _pair(pair: Pair, mask: Mask) -> dict[str, Any]:
    made: dict[str, Any] = {"name": mask(pair.name), "value": mask(pair.value)}
    return made if pair.enabled else {**made, "enabled": False}


def _header(pair: Pair, mask: Mask) -> dict[str, Any]:
    secret = pair.name.strip().lower() in SENSITIVE_HEADERS and not names_in(pair.value)
    return _pair(Pair(pair.name, "" if secret else pair.value, pair.enabled), mask)


def _pairs(items: object) -> tuple[Pair, ...]:
    rows = items if isinstance(items, list) else []
    return tuple(
        Pair(row["name"], str(row.get("value", "")), row.get("enabled") is not False)
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("name"), str)
    )


def _body(body: Body, mask: Mask) -> dict[str, Any]:
    match body:
        case TextBody(text, media_type):
            return {"kind": "text", "text": mask(text), "media_type": media_type}
        case FormBody(pairs):
            return {"kind": "form", "pairs": [_pair(pair, mask) for pair in pairs]}
        case NoBody():
            return {"kind": "none"}


def _read_body(value: object) -> Body:
    if not isinstance(value, dict):
        return NoBody()
    if value.get("kind") == "text":
        media_type = value.get("media_type")
        return TextBody(
            str(value.get("text", "")),
            media_type if isinstance(media_type, str) else "application/json",
        )
    return FormBody(_pairs(value.get("pairs"))) if value.get("kind") == "form" else NoBody()


def _auth(auth: Auth, mask: Mask) -> dict[str, Any]:
    made: dict[str, Any] = {"type": type_of(auth).value}
    match auth:
        case BearerAuth(secret):
            made["secret"] = _template(secret)
        case BasicAuth(username, secret):
            made |= {"name": mask(username), "secret": _template(secret)}
        case ApiKeyAuth(name, secret, place):
            made |= {"name": mask(name), "secret": _template(secret), "place": place.value}
    return made


def _template(secret: Secret) -> str:
    """A secret that is nothing but a `{{name}}` may be written; every other one may not."""
    text = secret.reveal().strip()
    names = names_in(text)
    return text if len(names) == 1 and text == f"{{{{{names[0]}}}}}" else ""


def _read_auth(value: object) -> Auth | None:
    if not isinstance(value, dict):
        return None
    try:
        kind = AuthType(str(value.get("type")))
        place = KeyPlace(value.get("place", KeyPlace.HEADER))
    except ValueError:
        return None
    return make_auth(kind, str(value.get("name", "")), Secret(str(value.get("secret", ""))), place)
