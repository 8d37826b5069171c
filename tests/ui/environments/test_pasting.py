from k2bench.auth.pasting import understand
from k2bench.core.environment import Environment, SecretKind
from k2bench.ui.environments.pasting import secrets_of, with_settings

REPLY = """Hello,
your client id is idt.cc.abc123 and the token endpoint is
https://login.onk2.com/0f0f0f0f-1111-2222-3333-444455556666/connect/token
"""


def test_what_was_found_is_put_in_and_the_rest_stays() -> None:
    before = Environment("1", "Dev", "https://h", client_auth="basic")
    changed = with_settings(before, understand(REPLY))
    assert changed.client_id == "idt.cc.abc123"
    assert changed.token_url.endswith("/connect/token")
    assert (changed.id, changed.name, changed.tenant_url) == ("1", "Dev", "https://h")
    assert changed.client_auth == "basic"
    assert secrets_of(understand(REPLY)) == {}


def test_secrets_come_apart() -> None:
    found = understand('{"client_id": "idt.cc.x", "client_secret": "s3cret-text"}')
    assert secrets_of(found)[SecretKind.CLIENT].reveal() == "s3cret-text"
    assert "s3cret-text" not in repr(with_settings(Environment("1", "Dev"), found))
