import json
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from k2bench.auth.pasting import Found, Understood, understand
from k2bench.auth.pasting.reading import LONGEST_TEXT
from k2bench.core.secret import Secret

GUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
ISSUER = f"https://login.onk2.com/{GUID}"
TOKEN_URL = f"{ISSUER}/connect/token"
CLIENT_ID = "idt.cc.k3Jx-9_aZ"
HASH = "MuEzo1R7V3V2XQTZgL+jrXh/zCoOzsfuf72H444YDx0="

REPLY = f"""\
Hi Kim,

thank you for your patience. Your environment https://acme.onk2.com/ is now onboarded.

  Client ID: {CLIENT_ID}
  Token endpoint: {TOKEN_URL}

We registered the hash {HASH} for it.
Use the scope https://api.k2.com/ for OData. See also
https://help.nintex.com/en-US/k2cloud/userguide/current/Content/IdProviders/ClientCredentials.htm.

Kind regards
"""


def told(found: Understood) -> str:
    return " ".join(found.notes)


def test_a_support_reply() -> None:
    found = understand(REPLY)
    assert found.kind == "text"
    assert found.client_id == Found(CLIENT_ID, "line 5")
    assert found.token_url == Found(TOKEN_URL, "line 6")
    assert found.tenant_url == Found("https://acme.onk2.com", "line 3")
    assert found.scope == Found("https://api.k2.com/", "line 9")
    assert found.client_secret is None
    assert "There is a hash (line 8). It was not taken as the secret" in told(found)
    assert "An address was not used" in told(found)


def test_the_guide_itself_is_full_of_examples() -> None:
    found = understand(
        "- Access Token URL: Your token endpoint URL (https://login.onk2.com/{guidhere}/connect/"
        "token)\n- Client ID (starting with\nidt.cc.{randomstringhere})\nclient_secret: Your "
        "original client secret that you had chose (not the SHA256 hash)\n"
    )
    assert not found
    assert "example that was not filled in" in told(found)
    assert "placeholder" in told(found)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (TOKEN_URL, ""),
        (f"  {TOKEN_URL}\n", ""),
        (TOKEN_URL + "/", "end was left out"),
        (ISSUER, "/connect/token"),
        (ISSUER + "/", "/connect/token"),
        (ISSUER + "/.well-known/openid-configuration", "/connect/token"),
        (ISSUER + "/connect/authorize?x=1", "/connect/token"),
        (f"<{TOKEN_URL}>", ""),
        (f"[token]({TOKEN_URL}).", ""),
        (f'<a href="{TOKEN_URL}">', ""),
        (f"issuer: {ISSUER}", "/connect/token"),
        (f"login.onk2.com/{GUID}/connect/token is the token URL: yes", None),
        (f"Token URL: login.onk2.com/{GUID}/connect/token", "https://"),
    ],
)
def test_one_address(text: str, changed: str | None) -> None:
    found = understand(text)
    if changed is None:
        assert found.token_url is None
        return
    assert found.token_url is not None
    assert found.token_url.value == TOKEN_URL
    assert changed in told(found)
    assert bool(changed) == bool(found.notes)


def test_a_bare_tenant_and_a_bare_client_id() -> None:
    tenant = understand("https://acme.onk2.com/api/odatav4/v4/Employee?$top=1")
    assert tenant.tenant_url == Found("https://acme.onk2.com", "line 1")
    other = understand("http://services.example.org/odata")
    assert other.tenant_url == Found("http://services.example.org", "line 1")
    assert understand(CLIENT_ID).client_id == Found(CLIENT_ID, "line 1")
    assert understand(f"{CLIENT_ID}.").client_id == Found(CLIENT_ID, "line 1")


def test_a_json_snippet_alone_and_inside_a_mail() -> None:
    snippet = json.dumps(
        {"client_id": CLIENT_ID, "client_secret": "s:1=2", "token_endpoint": TOKEN_URL}
    )
    for text in (snippet, "\ufeff" + snippet, f"Here it is: {snippet}\nscope: https://api.k2.com/"):
        found = understand(text)
        assert found.client_id is not None
        assert found.client_id.value == CLIENT_ID
        assert found.client_secret == Found(Secret("s:1=2"), "client_secret")
        assert found.token_url == Found(TOKEN_URL, "token_endpoint")
        assert found.notes == ()
    assert found.scope == Found("https://api.k2.com/", "line 2")


def test_a_discovery_document() -> None:
    found = understand(json.dumps({"issuer": ISSUER, "token_endpoint": f"{ISSUER}/other/token"}))
    assert found.token_url == Found(f"{ISSUER}/other/token", "token_endpoint")


def test_a_curl_command() -> None:
    found = understand(f"$ curl -d client_id={CLIENT_ID} {TOKEN_URL}")
    assert found.kind == "a curl command"
    assert found.client_id == Found(CLIENT_ID, "curl -d")


def test_nothing_and_nonsense_are_said() -> None:
    for text in (" \n", "lorem ipsum", "{}"):
        assert not understand(text)
        assert understand(text).notes == ()


def test_what_is_too_long_is_refused_or_cut() -> None:
    found = understand("x" * 200_000_000)
    assert not found
    assert "too long (200,000,000 characters)" in told(found)
    long = understand(f"{CLIENT_ID}\n" + "a b\n" * (LONGEST_TEXT // 4))
    assert long.client_id is not None
    assert "Only the first" in told(long)


PIECES = (
    *(
        "{",
        "[",
        '{"a":',
        "{{",
        "{{a",
        "https://",
        "http",
        "idt.cc.",
        "idt.cc.(",
        ":",
        "=",
        "(",
        ")",
    ),
    *(
        "https://h/" + "(" * 50,
        "\\",
        "\\\n",
        "'",
        '"',
        "curl -d ",
        "curl a\n",
        "- ",
        " ",
        "\t",
        "|",
    ),
    *("a", "A/", "client_id", "client secret:", "client_secret: x\n", "grant_type=&", "&", "%7B"),
    *("~", ".", "\n", "https://login.onk2.com/{", "e30", "0", "-", "\u200b", "🔑", "`", " \t\\\n"),
)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_long(piece: str) -> None:
    understand(piece * (LONGEST_TEXT // len(piece)))
    for head in ("curl ", '{"a": "', "Client Secret: "):
        understand((head + piece * (99_000 // len(piece)))[:99_000])


def test_a_secret_is_in_no_text() -> None:
    text = f"client_id: {CLIENT_ID}\nclient_secret: hunter2-hunter2\nclient_secret: other-secret\n"
    found = understand(text)
    assert found.client_secret == Found(Secret("hunter2-hunter2"), "line 2")
    for shown in (repr(found), str(found.rows())):
        assert "hunter2" not in shown
        assert "other-secret" not in shown
    assert "another client secret (line 3)" in told(found)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    understand(text)


WORDS = (
    *("client_id", "Client Secret", "scope", "{{a}}", "{", "}", "[", "]", '"', ":", ",", "=", "&"),
    *("\n", "https://", "login.onk2.com/", "idt.cc.", "curl ", "-d ", "-u ", "'", "\\", "|", "$ "),
    *("auth", "oauth2", "item", "values", "key", "value", "\ud800", "\u202e", " ", HASH),
)
words = st.sampled_from(WORDS)


@settings(max_examples=500)
@given(st.lists(words | st.text(max_size=3), max_size=30).map("".join))
def test_no_broken_setting_breaks_it(text: str) -> None:
    understand(text)


NAMES = (
    *("item", "auth", "type", "oauth2", "values", "variable", "key", "value", "request", "url"),
    *("raw", "body", "urlencoded", "basic", "tokenRequestParams", "clientId", "scope", "name"),
    *("collection", "environment", "username", "grant_type"),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.just("{{a}}"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES), inner | st.just("oauth2"), max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(json_values)
def test_no_export_breaks_it(document: object) -> None:
    understand(json.dumps(document))


filling = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
ids = st.text(string.ascii_letters + string.digits + "-_", min_size=1, max_size=40)


@given(filling, filling, filling, ids, st.sampled_from([" ", "\n", "\t", "\r\n"]))
def test_a_client_id_and_a_url_are_found_in_any_text(
    before: str, between: str, after: str, tail: str, gap: str
) -> None:
    found = understand(f"{before}{gap}idt.cc.{tail}{gap}{between}{gap}{TOKEN_URL}{gap}{after}")
    assert found.client_id is not None
    assert found.client_id.value == f"idt.cc.{tail}"
    assert found.token_url is not None
    assert found.token_url.value == TOKEN_URL


def test_a_file_is_no_different(tmp_path: Path) -> None:
    path = tmp_path / "reply.txt"
    path.write_text(REPLY.replace("\n", "\r\n"), newline="")
    with path.open(newline="") as file:
        assert understand(file.read()).rows() == understand(REPLY).rows()


@pytest.mark.parametrize(
    "html",
    [
        f'<p>Client ID: <b>idt.cc.abc</b></p><a href="{TOKEN_URL}">x</a>',
        f"<p>Your id is <code>idt.cc.abc</code></p>\n<p>Access Token URL: {TOKEN_URL}<br>Bye</p>",
        f"<table><tr><td>Client ID</td><td>idt.cc.abc</td></tr>"
        f"<tr><td>Token URL</td><td>{TOKEN_URL}</td></tr></table>",
        f'<div>Client&nbsp;ID: idt.cc.abc<br/></div><span style="x">{TOKEN_URL}</span>',
        f"Client ID: idt.cc.abc<o:p></o:p>\nAccess Token URL:<strong>{TOKEN_URL}</strong>",
    ],
)
def test_html_source_is_read_without_its_tags(html: str) -> None:
    found = understand(html)
    assert found.client_id is not None
    assert found.client_id.value == "idt.cc.abc"
    assert found.token_url is not None
    assert found.token_url.value == TOKEN_URL
