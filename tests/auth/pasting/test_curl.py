import base64

import pytest

from k2bench.auth.credentials import ClientAuth
from k2bench.auth.pasting import Found, Understood, understand
from k2bench.auth.pasting.curl import find_curl, read_curl
from k2bench.auth.pasting.gathering import Gathering
from k2bench.core.secret import Secret

URL = "https://login.onk2.com/0b2c/connect/token"
FORM = "grant_type=client_credentials&scope=https%3A%2F%2Fapi.k2.com%2F"


def read(command: str) -> Understood:
    found = understand(command)
    assert found.kind == "a curl command"
    assert found.token_url is not None
    assert found.token_url.value == URL
    return found


@pytest.mark.parametrize(
    "command",
    [
        f"curl {URL} -d '{FORM}&client_id=idt.cc.x&client_secret=a%2Bb'",
        f"$ curl.exe -X POST --url {URL} --data-raw '{FORM}' -d client_id=idt.cc.x "
        "--data-urlencode 'client_secret=a+b'",
        f"curl --location '{URL}' \\\n--header 'Content-Type: application/json' \\\n"
        f"--data-urlencode 'client_id=idt.cc.x' \\\n--data '{FORM}' \\\n"
        "--data-urlencode 'client_secret=a+b'",
        f'curl ^\n -d "{FORM}" -dclient_id=idt.cc.x -d client_secret=a%2Bb {URL}',
        f"curl -s {URL} -d $'{FORM}&client_id=idt.cc.x&client_secret=a%2Bb' | jq .",
        f"curl -G {URL}?{FORM} -d client_id=idt.cc.x -d client_secret=a%2Bb".replace("&", "\\&"),
        f"First get a token:\n```\ncurl -d '{FORM}&client_id=idt.cc.x&client_secret=a%2Bb' {URL}\n"
        "```\nThat's it.",
    ],
)
def test_a_token_request_with_a_form(command: str) -> None:
    found = read(command)
    assert found.client_id is not None
    assert found.client_id.value == "idt.cc.x"
    assert found.client_secret is not None
    assert found.client_secret.value == Secret("a+b")
    assert found.scope is not None
    assert found.scope.value == "https://api.k2.com/"
    assert found.notes == ()


def test_basic_by_option_and_by_header() -> None:
    encoded = base64.b64encode(b"idt.cc.x:s%3A+").decode()
    for option, where in (
        ("-u 'idt.cc.x:s: '", "curl -u"),
        (f"-H 'Authorization: Basic {encoded}'", "curl -H"),
    ):
        found = read(f"curl {option} -d {FORM.replace('&', '%26')} {URL}")
        assert found.client_auth == Found(ClientAuth.BASIC, where)
        assert found.client_id == Found("idt.cc.x", where)
        assert found.client_secret == Found(Secret("s: "), where)
    assert "cannot be read" in str(read(f"curl -H 'Authorization: Basic !' {URL}").notes)


def test_several_commands_and_the_text_around_them() -> None:
    found = read(
        f"curl -d '{FORM}&client_id=idt.cc.x' {URL}\n"
        "curl -H 'Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.x' https://acme.onk2.com/api/odata/v3/\n"
        "Client Secret: hunter2\n"
    )
    assert found.tenant_url == Found("https://acme.onk2.com", "curl address")
    assert found.client_secret == Found(Secret("hunter2"), "line 3")
    assert "There is a token (curl -H)" in str(found.notes)
    assert "eyJ" not in repr(found)


def test_a_token_endpoint_of_another_shape() -> None:
    found = understand(f"curl https://idp.example/oauth/issue -d '{FORM}'")
    assert found.token_url == Found("https://idp.example/oauth/issue", "curl address")


def test_what_cannot_be_used_is_said() -> None:
    assert "reads a file" in str(read(f"curl -d @body.txt {URL}").notes)
    assert "multipart" in str(read(f"curl -F client_id=idt.cc.x {URL}").notes)
    found = read(f"curl -d client_secret=$SECRET -u $ID:$SECRET {URL}")
    assert found.client_secret is None
    assert "placeholder" in str(found.notes)


def test_a_broken_command_is_read_as_text() -> None:
    found = understand(f"curl -d 'client_id=idt.cc.x {URL}")
    assert found.kind == "text"
    assert found.client_id is not None


def test_where_a_command_begins_and_ends() -> None:
    text = "a\n $ curl x \\\n y\nb"
    span = find_curl(text)
    assert span is not None
    assert text[slice(*span)] == " $ curl x \\\n y"
    assert find_curl("use curl or curly") is None
    assert not read_curl(Gathering(), "curl " + "x" * 200_000)
