import base64
from urllib.parse import parse_qs, unquote_plus

from hypothesis import given
from hypothesis import strategies as st

from k2bench.auth.credentials import ClientAuth, ClientCredentials
from k2bench.auth.token_request import token_request
from k2bench.core.secret import Secret

TEXT = st.text(min_size=1, max_size=40)


def credentials(secret: str, client_id: str = "id", **more: object) -> ClientCredentials:
    return ClientCredentials("https://h/t", client_id, Secret(secret), **more)  # type: ignore[arg-type]


@given(TEXT, TEXT)
def test_a_body_delivers_every_character(client_id: str, secret: str) -> None:
    wire = token_request(credentials(secret, client_id, scope="https://api.k2.com/"))
    fields = parse_qs(wire.body.decode("ascii"), keep_blank_values=True, strict_parsing=True)
    assert fields == {
        "grant_type": ["client_credentials"],
        "client_id": [client_id],
        "client_secret": [secret],
        "scope": ["https://api.k2.com/"],
    }
    assert wire.header("Authorization") is None


@given(TEXT, TEXT)
def test_a_basic_header_delivers_every_character(client_id: str, secret: str) -> None:
    wire = token_request(credentials(secret, client_id, client_auth=ClientAuth.BASIC))
    value = wire.header("Authorization")
    assert isinstance(value, Secret)
    scheme, _, encoded = value.reveal().partition(" ")
    sent_id, _, sent_secret = base64.b64decode(encoded).decode("ascii").partition(":")
    assert scheme == "Basic"
    assert (unquote_plus(sent_id), unquote_plus(sent_secret)) == (client_id, secret)
    assert wire.body == b"grant_type=client_credentials"


def test_further_parameters_come_last() -> None:
    wire = token_request(credentials("s", extra=(("audience", "a b"),)))
    assert wire.body.endswith(b"&audience=a+b")
