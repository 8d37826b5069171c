import base64
import json
from typing import Any

import jwt as pyjwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from k2bench.auth.discovery import issuer_of
from k2bench.core.environment import Environment
from k2bench.core.secret import Secret
from k2bench.workbench.session import Session
from k2bench.workbench.verification import Outcome, Verification, verify, verify_of_login
from tests.workbench.conftest import PATIENCE

RSA_KEY = rsa.generate_private_key(65537, 2048)
OTHER_KEY = rsa.generate_private_key(65537, 2048)
EC_KEY = ec.generate_private_key(ec.SECP256R1())
ED_KEY = ed25519.Ed25519PrivateKey.generate()


def jwk(key: Any, **more: Any) -> dict[str, Any]:
    name = "RS256" if hasattr(key, "decrypt") else "ES256" if hasattr(key, "curve") else "EdDSA"
    made = json.loads(pyjwt.get_algorithm_by_name(name).to_jwk(key.public_key()))
    return {k: v for k, v in made.items() if k != "key_ops"} | {"kid": "k1"} | more


def token(key: Any = RSA_KEY, algorithm: str = "RS256", **header: Any) -> str:
    return pyjwt.encode({"iss": "x"}, key, algorithm, headers={"kid": "k1"} | header)


def judged(session: Session, serve, text: str, keys: Any) -> Verification:  # type: ignore[no-untyped-def]
    body = keys if isinstance(keys, bytes) else json.dumps({"keys": keys}).encode()
    server = serve(lambda c: (c.request(), c.answer(body)))
    return run(session, text, f"{server.url}/jwks")


def run(session: Session, text: str, uri: str) -> Verification:
    return session.loop.run(lambda: verify(session.exchange, Secret(text), uri), PATIENCE)


def part(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_token_of_the_demo_tenant_is_verified(demo_session: tuple[Session, Environment]) -> None:
    session, environment = demo_session
    uri = issuer_of(environment.token_url) + "/.well-known/openid-configuration/jwks"
    grant = session.loop.run(
        lambda: session.token_source.token_for(environment, environment.scope), PATIENCE
    )
    text = grant.token.value.reveal()
    found = run(session, text, uri)
    assert found.outcome is Outcome.VERIFIED
    assert "RS256" in found.why
    head, claims, signature = text.split(".")
    forged = base64.urlsafe_b64decode(claims + "==").replace(b'"scope"', b'"scopE"')
    changed = base64.urlsafe_b64encode(forged).rstrip(b"=").decode()
    assert run(session, f"{head}.{changed}.{signature}", uri).outcome is Outcome.FAILED


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [(RSA_KEY, "RS256"), (RSA_KEY, "PS384"), (EC_KEY, "ES256"), (ED_KEY, "EdDSA")],
)
def test_each_asymmetric_algorithm(session: Session, serve, key: Any, algorithm: str) -> None:  # type: ignore[no-untyped-def]
    found = judged(session, serve, token(key, algorithm), [jwk(key)])
    assert found.outcome is Outcome.VERIFIED


def test_a_token_without_a_key_id_is_tried_with_all(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    text = pyjwt.encode({}, RSA_KEY, "RS256")
    keys = [jwk(EC_KEY), jwk(OTHER_KEY), jwk(RSA_KEY)]
    assert judged(session, serve, text, keys).outcome is Outcome.VERIFIED


def test_a_public_key_is_no_shared_secret(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    import hashlib
    import hmac

    pem = RSA_KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = f"{part({'alg': 'HS256', 'kid': 'k1'})}.{part({})}"
    mac = hmac.new(pem, signed.encode(), hashlib.sha256).digest()
    text = f"{signed}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"
    for keys in ([jwk(RSA_KEY)], [{"kty": "oct", "kid": "k1", "k": "AAAA", "alg": "HS256"}]):
        found = judged(session, serve, text, keys)
        assert found.outcome is Outcome.FAILED
        assert "HS256" in found.why


@pytest.mark.parametrize("alg", ["none", "None", "NONE", None, 7])
def test_an_unsigned_token_fails_without_asking(session: Session, serve, alg: Any) -> None:  # type: ignore[no-untyped-def]
    server = serve(lambda c: c.request())
    found = run(session, f"{part({'alg': alg})}.{part({})}.", f"{server.url}/jwks")
    assert found.outcome is Outcome.FAILED
    assert "not signed" in found.why
    assert server.accepted == 0


def test_a_key_for_another_algorithm_fails(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    text = token(RSA_KEY, "PS256")
    found = judged(session, serve, text, [jwk(RSA_KEY, alg="RS256")])
    assert found.outcome is Outcome.FAILED
    assert "not one for PS256" in found.why


def test_a_token_that_is_cut_fails(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    found = judged(session, serve, token()[:-1], [jwk(RSA_KEY)])
    assert found.outcome is Outcome.FAILED
    assert "cut" in found.why


def test_a_signature_by_another_key_fails(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    assert judged(session, serve, token(OTHER_KEY), [jwk(RSA_KEY)]).outcome is Outcome.FAILED


@pytest.mark.parametrize(
    ("text", "keys", "words"),
    [
        ("opaque", [], "opaque"),
        (token(), [], "no key “k1”"),
        (token(kid="other\u202e"), [jwk(RSA_KEY)], "no key “other\ufffd”"),
        (token(), b"<html>", "web page"),
        (token(), b"{}", "no list of keys"),
        (token(), [jwk(RSA_KEY, n="")], "cannot be used"),
        (token(), [jwk(RSA_KEY, n="!!", e="AQAB")], "cannot be used"),
        (token(), [jwk(RSA_KEY, e="AA")], "cannot be used"),
        (f"{part({'alg': 'ES256K'})}.{part({})}.x", [], "ES256K"),
        (f"{part({'alg': 'RS256', 'crit': ['b64']})}.{part({})}.x", [], "crit"),
    ],
)
def test_what_cannot_be_proved_is_unknown(  # type: ignore[no-untyped-def]
    session: Session, serve, text: str, keys: Any, words: str
) -> None:
    found = judged(session, serve, text, keys)
    assert found.outcome is Outcome.UNKNOWN
    assert words in found.why


def test_a_short_key_proves_nothing(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    small = rsa.generate_private_key(65537, 1024)
    signed = f"{part({'alg': 'RS256', 'kid': 'k1'})}.{part({})}"
    signature = small.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())
    text = f"{signed}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"
    assert judged(session, serve, text, [jwk(small)]).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("", "empty"),
        ("file:///etc/passwd", "not a URL"),
        ("http://login.example/jwks", "not https"),
        ("http://127.0.0.1:1/jwks", "could not be had"),
    ],
)
def test_without_keys_nothing_is_claimed(session: Session, uri: str, words: str) -> None:
    found = run(session, token(), uri)
    assert found.outcome is Outcome.UNKNOWN
    assert words in found.why


def test_a_key_set_that_redirects_is_not_followed(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    server = serve(
        lambda c: (c.request(), c.answer(b"", "Location: https://evil/", status="302 Found"))
    )
    found = run(session, token(), f"{server.url}/jwks")
    assert found.outcome is Outcome.UNKNOWN
    assert "does not follow" in found.why


@pytest.mark.parametrize(
    ("text", "outcome", "words"),
    [
        (f"{part({'alg': 'none'})}.{part({})}.", Outcome.FAILED, "not signed"),
        (f"{part({'alg': 'HS256'})}.{part({})}.x", Outcome.FAILED, "one key for signing"),
        ("opaque", Outcome.UNKNOWN, "opaque"),
        ("ey!!!.@@@.zz", Outcome.UNKNOWN, "cannot be read as a JSON Web Token"),
    ],
)
@pytest.mark.parametrize("token_url", ["", "{url}/connect/token"])
def test_what_the_token_itself_tells_needs_no_discovery(  # type: ignore[no-untyped-def]
    session: Session, serve, text: str, outcome: Outcome, words: str, token_url: str
) -> None:
    server = serve(lambda c: (c.request(), c.answer(b"<html>")))
    url = token_url.format(url=server.url)
    found = session.loop.run(lambda: verify_of_login(session.exchange, Secret(text), url), PATIENCE)
    assert found.outcome is outcome
    assert words in found.why
    assert server.accepted == 0
