from dataclasses import replace

import pytest

from k2bench.auth.check import Check, Verdict
from k2bench.auth.credentials import ClientAuth
from k2bench.auth.discovery import Discovery
from k2bench.auth.endpoint_checks import (
    CLIENT_AUTH,
    GRANT,
    ISSUER,
    SCOPE_LISTED,
    TOKEN_ENDPOINT,
    Asked,
    document_checks,
    key_check,
)
from k2bench.core.problem import Step

HOST = "https://login.onk2.com"
URL = f"{HOST}/g/connect/token"
ASKED = Asked(URL, ClientAuth.BODY, "https://api.k2.com/")
GOOD = Discovery(
    f"{HOST}/g",
    URL,
    f"{HOST}/g/.well-known/openid-configuration/jwks",
    ("client_credentials",),
    ("client_secret_basic", "client_secret_post"),
    ("openid", "https://api.k2.com/"),
)


def check(name: str, document: Discovery, asked: Asked = ASKED) -> Check:
    return next(each for each in document_checks(document, asked) if each.name == name)


def test_a_good_login_passes() -> None:
    checks = document_checks(GOOD, ASKED)
    assert {each.verdict for each in checks} == {Verdict.PASS}
    assert [each.name for each in checks] == [
        ISSUER,
        TOKEN_ENDPOINT,
        GRANT,
        CLIENT_AUTH,
        SCOPE_LISTED,
    ]
    assert key_check(GOOD, URL, 1, "").verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("issuer", "verdict", "words"),
    [
        ("", Verdict.FAIL, "no issuer"),
        (f"{HOST}/g/", Verdict.WARN, "only a slash"),
        (f"{HOST}/G", Verdict.WARN, "upper and lower case"),
        (f"{HOST}/other", Verdict.FAIL, "another tenant"),
        ("https://elsewhere/g", Verdict.FAIL, "another host"),
        ("no url", Verdict.FAIL, "another host"),
    ],
)
def test_the_issuer_must_be_the_tenants(issuer: str, verdict: Verdict, words: str) -> None:
    found = check(ISSUER, replace(GOOD, issuer=issuer))
    assert found.verdict is verdict
    assert words in found.why


@pytest.mark.parametrize(
    ("endpoint", "verdict", "words", "corrected"),
    [
        ("", Verdict.FAIL, "no token endpoint", ""),
        (f"{HOST}/g/oauth/token", Verdict.FAIL, "not the Access Token URL", "same"),
        (f"{HOST}/g/Connect/token", Verdict.WARN, "not the Access Token URL", "same"),
        ("https://evil/token", Verdict.FAIL, "another host", ""),
        ("http://login.onk2.com/g/connect/token", Verdict.FAIL, "another host", ""),
        ("/connect/token", Verdict.FAIL, "no URL", ""),
        ("https://[", Verdict.FAIL, "no URL", ""),
    ],
)
def test_another_token_endpoint_is_offered_on_the_same_host_only(
    endpoint: str, verdict: Verdict, words: str, corrected: str
) -> None:
    document = replace(GOOD, token_endpoint=endpoint)
    found = check(TOKEN_ENDPOINT, document)
    assert found.verdict is verdict
    assert words in found.why
    assert (found.next_step is not None) == bool(corrected)
    if found.next_step:
        assert (found.next_step.step, found.next_step.value) == (Step.SET_TOKEN_URL, endpoint)


def test_an_issuer_in_place_of_the_token_url_is_corrected() -> None:
    asked = replace(ASKED, token_url=f"{HOST}/g")
    assert check(ISSUER, GOOD, asked).verdict is Verdict.PASS
    step = check(TOKEN_ENDPOINT, GOOD, asked).next_step
    assert step is not None
    assert step.value == URL
    assert check(TOKEN_ENDPOINT, GOOD, replace(ASKED, token_url=f" {URL} ")).next_step is None


@pytest.mark.parametrize(
    ("grants", "verdict"),
    [(None, Verdict.WARN), ((), Verdict.FAIL), (("authorization_code",), Verdict.FAIL)],
)
def test_the_grant_must_be_offered(grants: tuple[str, ...] | None, verdict: Verdict) -> None:
    assert check(GRANT, replace(GOOD, grants=grants)).verdict is verdict


@pytest.mark.parametrize(
    ("methods", "auth", "verdict", "words"),
    [
        (None, ClientAuth.BASIC, Verdict.PASS, "default"),
        (None, ClientAuth.BODY, Verdict.WARN, "default"),
        (("client_secret_basic",), ClientAuth.BASIC, Verdict.PASS, "Basic header"),
        (("client_secret_basic",), ClientAuth.BODY, Verdict.FAIL, "Send them as a Basic header."),
        (("client_secret_post",), ClientAuth.BASIC, Verdict.FAIL, "Send them in the body."),
        (("private_key_jwt",), ClientAuth.BODY, Verdict.FAIL, "only private_key_jwt."),
        ((), ClientAuth.BODY, Verdict.FAIL, "only nothing."),
    ],
)
def test_the_way_to_authenticate_must_be_offered(
    methods: tuple[str, ...] | None, auth: ClientAuth, verdict: Verdict, words: str
) -> None:
    found = check(
        CLIENT_AUTH, replace(GOOD, auth_methods=methods), replace(ASKED, client_auth=auth)
    )
    assert found.verdict is verdict
    assert words in found.why


def test_a_scope_that_is_not_listed_only_warns() -> None:
    for scope, words in (
        ("https://scim.onk2.com/write", "proves nothing"),
        ("", "No scope"),
        ("https://api.k2.com", "compared exactly"),
    ):
        found = check(SCOPE_LISTED, GOOD, replace(ASKED, scope=scope))
        assert found.verdict is Verdict.WARN
        assert words in found.why
    assert check(SCOPE_LISTED, replace(GOOD, scopes=None)).verdict is Verdict.WARN


def test_a_scope_that_is_nearly_listed_can_be_mended_by_a_click() -> None:
    found = check(SCOPE_LISTED, GOOD, replace(ASKED, scope="openid https://API.k2.com"))
    assert found.next_step is not None
    assert found.next_step.step is Step.SET_SCOPE
    assert found.next_step.value == "openid https://api.k2.com/"


def test_the_keys_are_judged() -> None:
    assert key_check(GOOD, URL, 0, "it is a web page").verdict is Verdict.FAIL
    assert key_check(GOOD, URL, 0, "").verdict is Verdict.WARN
    assert key_check(replace(GOOD, jwks_uri=""), URL, 0, "").verdict is Verdict.WARN
    elsewhere = key_check(replace(GOOD, jwks_uri=f"{HOST}/keys"), URL, 2, "")
    assert elsewhere.verdict is Verdict.WARN
    assert "2 keys" in elsewhere.why


def test_a_document_of_a_megabyte_makes_short_words() -> None:
    big = "x" * 1_000_000
    document = Discovery(big, big, big, (big,), (big,), (big,))
    assert all(len(each.why) < 1_000 for each in document_checks(document, ASKED))
