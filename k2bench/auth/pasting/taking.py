"""Takes one value that a reader found, by the name it had or by what it looks like."""

from collections.abc import Callable
from functools import partial

from k2bench.auth.credentials import ClientAuth
from k2bench.auth.guide import CLIENT_ID_START
from k2bench.auth.pasting.addresses import Address, Kind, read_address, with_scheme
from k2bench.auth.pasting.gathering import Field, Gathering, Rank
from k2bench.auth.pasting.names import Role, role_of
from k2bench.auth.pasting.placeholders import is_masked, is_placeholder
from k2bench.auth.secret_advice import looks_like_hash
from k2bench.core.environment import SCIM_SCOPE
from k2bench.core.secret import Secret

LONGEST = 10_000  # characters of a value; what is longer is no setting
LONGEST_ID = 200
SHORTEST_TOKEN = 20
CLIENT_CREDENTIALS = "client_credentials"


def take_named(found: Gathering, name: str, value: str, where: str) -> bool:
    """Take `value`, which the text calls `name`; False when the name says nothing."""
    role = role_of(name)
    if role is None:
        return False
    if role is Role.EXTRA:
        name = name.strip().lower()
    return take(found, role, value, where, name)


def take(found: Gathering, role: Role, value: str, where: str, name: str = "") -> bool:
    """Take `value` in its `role`. `name` is that of an extra parameter."""
    if not value.strip() or len(value) > LONGEST:
        return True
    if role is not Role.HASH and (is_masked(value) or is_placeholder(value)):
        what = "masked" if is_masked(value) else "a placeholder"
        found.note(f"What stands for {_SAID[role]} ({where}) is {what}: it was left out.")
        return True
    if role is Role.EXTRA:
        found.put_extra(name, value.strip(), where)
    else:
        _TAKERS[role](found, value, where)
    return True


def take_address(found: Gathering, written: str, where: str, rank: Rank = Rank.RECOGNISED) -> bool:
    """Take an address for what it is; False when it is none of a K2 login."""
    address = read_address(written)
    match address.kind:
        case Kind.TOKEN:
            found.put(Field.TOKEN_URL, address.url, where, rank)
        case Kind.ISSUER:
            found.put(Field.TOKEN_URL, address.url, where, Rank.DERIVED)
        case Kind.TENANT:
            found.put(Field.TENANT_URL, address.url, where, rank)
        case Kind.SCIM:
            _put_scim(found, address, where, rank)
        case Kind.ODATA_SCOPE:
            found.put(Field.SCOPE, address.url, where, rank)
        case Kind.SCIM_SCOPE:
            found.put(Field.SCIM_SCOPE, address.url, where, rank)
        case _:
            return _left_out(found, address, where)
    if address.change:
        found.note(f"The address of {where}: {address.change}.")
    return True


def _put_scim(found: Gathering, address: Address, where: str, rank: Rank) -> None:
    found.put(Field.SCIM_URL, address.url, where, rank)
    if address.scim_token is not None:
        found.put(Field.SCIM_TOKEN, address.scim_token, where, rank)


def _left_out(found: Gathering, address: Address, where: str) -> bool:
    if address.kind is Kind.PLACEHOLDER:
        found.note(f"The address of {where} is an example that was not filled in.")
    elif address.kind is Kind.LOGIN_WITHOUT_TENANT:
        found.note(f"The login's address of {where} lacks the tenant's GUID: it was left out.")
    else:
        return False
    return True


def _url(found: Gathering, value: str, where: str, *, role: Role) -> None:
    """An address by its name; what it turns out to be counts more than the name."""
    url, added = with_scheme(value)
    if "://" not in url:
        return
    if added:
        found.note(f"The address of {where}: https:// was put in front.")
    if not take_address(found, url, where, Rank.NAMED):
        _other_url(found, url, where, role)


def _other_url(found: Gathering, url: str, where: str, role: Role) -> None:
    """An address that looks like nothing of K2: the name decides."""
    address = read_address(url)
    if not address.url:
        return
    match role:
        case Role.TENANT:
            found.put(Field.TENANT_URL, address.url, where)
            if address.change:
                found.note(f"The address of {where}: {address.change}.")
        case Role.SCIM_URL:
            found.put(Field.SCIM_URL, address.url, where)
        case Role.TOKEN_URL:
            found.put(Field.TOKEN_URL, url, where)
        case Role.ISSUER:
            found.put(Field.TOKEN_URL, url.rstrip("/") + "/connect/token", where, Rank.DERIVED)
            found.note(f"The address of {where}: /connect/token was put behind the issuer.")


def _client_id(found: Gathering, value: str, where: str) -> None:
    text = value.partition("<")[0].strip()  # behind it stands a tag
    if not text or len(text) > LONGEST_ID or any(c.isspace() for c in text):
        return
    if not text.startswith(CLIENT_ID_START):
        found.note(f"The client id of {where} does not start with {CLIENT_ID_START}")
    found.put(Field.CLIENT_ID, text, where)


def _secret(found: Gathering, value: str, where: str) -> None:
    secret = Secret(value)
    evidence = looks_like_hash(secret)
    if evidence:
        found.note(
            f"The client secret of {where} looks like the hash, not the secret: {evidence}. "
            "The login wants the secret that the hash was made of."
        )
    if value != value.strip():
        found.note(f"The client secret of {where} begins or ends with a blank, which counts.")
    found.put(Field.CLIENT_SECRET, secret, where)


def _hash(found: Gathering, value: str, where: str) -> None:
    found.note(hash_note(where))


def hash_note(where: str) -> str:
    """What is said of a hash that stands in the text."""
    return (
        f"There is a hash ({where}). It was not taken as the secret: the login wants the secret "
        "that the hash was made of."
    )


def _scope(found: Gathering, value: str, where: str) -> None:
    scopes = [_known_scope(found, each, where) for each in value.split()]
    if SCIM_SCOPE in scopes:
        found.put(Field.SCIM_SCOPE, SCIM_SCOPE, where)
    others = " ".join(scope for scope in scopes if scope != SCIM_SCOPE)
    if others:
        found.put(Field.SCOPE, others, where)


def _known_scope(found: Gathering, scope: str, where: str) -> str:
    address = read_address(scope)
    if address.kind not in (Kind.ODATA_SCOPE, Kind.SCIM_SCOPE):
        return scope
    if address.change:
        found.note(f"The address of {where}: {address.change}.")
    return address.url


def _client_auth(found: Gathering, value: str, where: str) -> None:
    text = value.lower()
    if "body" in text or "post" in text:
        found.put(Field.CLIENT_AUTH, ClientAuth.BODY, where)
    elif "basic" in text or "header" in text:
        found.put(Field.CLIENT_AUTH, ClientAuth.BASIC, where)
    else:
        found.note(f"The way to authenticate of {where} is not one that k2bench knows.")


def _grant(found: Gathering, value: str, where: str) -> None:
    if "".join(c for c in value.lower() if c.isalpha()) != "clientcredentials":
        found.note(f"The grant of {where} is another one; k2bench uses {CLIENT_CREDENTIALS}.")


def _scim_token(found: Gathering, value: str, where: str) -> None:
    found.put(Field.SCIM_TOKEN, Secret(value.strip()), where)


def _access_token(found: Gathering, value: str, where: str) -> None:
    if len(value) >= SHORTEST_TOKEN and "://" not in value:
        found.note(f"There is a token ({where}). It was not taken: k2bench gets a new one.")


_TAKERS: dict[Role, Callable[[Gathering, str, str], None]] = {
    Role.TOKEN_URL: partial(_url, role=Role.TOKEN_URL),
    Role.ISSUER: partial(_url, role=Role.ISSUER),
    Role.TENANT: partial(_url, role=Role.TENANT),
    Role.SCIM_URL: partial(_url, role=Role.SCIM_URL),
    Role.CLIENT_ID: _client_id,
    Role.SECRET: _secret,
    Role.HASH: _hash,
    Role.SCOPE: _scope,
    Role.CLIENT_AUTH: _client_auth,
    Role.GRANT: _grant,
    Role.SCIM_TOKEN: _scim_token,
    Role.ACCESS_TOKEN: _access_token,
}

_SAID = {
    Role.TOKEN_URL: "the token URL",
    Role.ISSUER: "the issuer",
    Role.TENANT: "the tenant",
    Role.SCIM_URL: "the SCIM address",
    Role.CLIENT_ID: "the client id",
    Role.SECRET: "the client secret",
    Role.SCOPE: "the scope",
    Role.CLIENT_AUTH: "the client authentication",
    Role.GRANT: "the grant",
    Role.SCIM_TOKEN: "the SCIM token",
    Role.EXTRA: "a parameter",
    Role.ACCESS_TOKEN: "the token",
}
