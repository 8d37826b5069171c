"""Whether a token was really signed by its login: verified, failed or unknown, and why.

Only the signature is looked at, not the times (see `auth.inspection`). Sources: RFC 7515,
section 5.2; RFC 8725, sections 3.1 and 3.2.
"""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from k2bench.auth.discovery import discovery_url, read_discovery
from k2bench.auth.json_object import UnreadableError
from k2bench.auth.jwt import Jwt, read_jwt
from k2bench.auth.key_set import ASYMMETRIC, named, public_part, read_key_set
from k2bench.auth.one_line import one_line
from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.url import origin_of
from k2bench.workbench.document import fetch_document
from k2bench.workbench.exchange import Exchange


class Outcome(StrEnum):
    """What is known of a signature."""

    VERIFIED = "verified"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome, in a word and in a sentence."""

    outcome: Outcome
    why: str


async def verify(exchange: Exchange, token: Secret, jwks_uri: str) -> Verification:
    """Check the signature of `token` with the keys at `jwks_uri`. Never raises."""
    exchange.redactor.add(token)
    jwt = _to_verify(token)
    if isinstance(jwt, Verification):
        return jwt
    try:
        if not origin_of(jwks_uri, "key set's address").is_private_channel:
            return _unknown("The key set's address is not https: anybody could have changed it.")
        document = await fetch_document(exchange, jwks_uri)
        if document.trouble:
            raise UnreadableError(document.trouble)
        keys = read_key_set(document.body, document.media_type)
    except WorkbenchError as error:
        return _unknown(f"The key set could not be had: {error.problem.title}.")
    except UnreadableError as error:
        return _unknown(f"The key set cannot be read: {error}.")
    # Importing the cryptography takes some 100 ms, in which the loop serves others.
    return await asyncio.to_thread(_judge, token, jwt, keys)


def _to_verify(token: Secret) -> Jwt | Verification:
    """The token, or what it decides by itself, without any key."""
    jwt = read_jwt(token)
    if jwt is not None:
        return _refused(jwt) or jwt
    if token.reveal().count(".") == 2:
        return _unknown("It cannot be read as a JSON Web Token: there is no signature to check.")
    return _unknown("It is an opaque token: only the login can tell whether it is genuine.")


def _refused(jwt: Jwt) -> Verification | None:
    """What the header alone decides."""
    algorithm = jwt.header.get("alg")
    if not isinstance(algorithm, str) or algorithm.lower() == "none":
        return _failed("It is not signed at all (alg none): anybody could have written it.")
    if algorithm.startswith("HS"):
        return _failed(
            f"It says {one_line(algorithm, 20)}, which uses one key for signing and verifying. "
            "With a published key anybody could have made it."
        )
    if algorithm not in ASYMMETRIC:
        return _unknown(f"k2bench does not know its algorithm {one_line(algorithm, 20)}.")
    if "crit" in jwt.header:
        return _unknown("Its header demands an extension (crit) that k2bench does not know.")
    return None


def _judge(token: Secret, jwt: Jwt, keys: tuple[dict[str, Any], ...]) -> Verification:
    algorithm, kid = jwt.header["alg"], jwt.header.get("kid")
    shown = f"“{one_line(str(kid), 60)}”" if kid else "without a name"
    chosen = named(keys, kid)
    if not chosen:
        return _unknown(
            f"The login publishes no key {shown}: the token is of another tenant, or the keys were "
            "changed since."
        )
    fitting = [part for part in (public_part(key, algorithm) for key in chosen) if part]
    if not fitting:
        return _failed(f"The key {shown} is not one for {algorithm}, which the token says.")
    found = [_attempt(token, key, algorithm, shown) for key in fitting]
    return min(found, key=lambda each: list(Outcome).index(each.outcome))


def _attempt(token: Secret, key: dict[str, str], algorithm: str, shown: str) -> Verification:
    from jwt import DecodeError, InvalidKeyError, InvalidSignatureError, PyJWK, PyJWS

    verifier = PyJWS([algorithm], {"enforce_minimum_key_length": True, "verify_signature": True})
    try:
        verifier.decode_complete(token.reveal(), PyJWK(key, algorithm), [algorithm])
    except InvalidSignatureError:
        return _failed(
            f"The signature does not fit the login's key {shown}: the token was changed, or is of "
            "another tenant."
        )
    except DecodeError:
        return _failed("The token is not written as RFC 7515 says: it was changed or cut.")
    except InvalidKeyError:
        return _unknown(f"The login's key {shown} cannot be used: it is broken or too short.")
    except Exception as error:  # whatever hostile keys make the library raise proves nothing
        return _unknown(f"The login's key {shown} cannot be used ({type(error).__name__}).")
    return Verification(
        Outcome.VERIFIED, f"Signed by the login with its key {shown} ({algorithm})."
    )


def _failed(why: str) -> Verification:
    return Verification(Outcome.FAILED, why)


def _unknown(why: str) -> Verification:
    return Verification(Outcome.UNKNOWN, why)


async def verify_of_login(exchange: Exchange, token: Secret, token_url: str) -> Verification:
    """Check the signature of `token` with the keys that its login publishes. Never raises."""
    exchange.redactor.add(token)
    itself = _to_verify(token)
    if isinstance(itself, Verification):
        return itself
    try:
        document = await fetch_document(exchange, discovery_url(token_url))
        found = read_discovery(document.body, document.media_type)
        at_home = origin_of(found.jwks_uri) == origin_of(token_url)
    except (WorkbenchError, UnreadableError):
        return _unknown("The login's discovery document could not be read.")
    if not at_home:
        return _unknown("The login's keys are on another host, which was not asked.")
    return await verify(exchange, token, found.jwks_uri)
