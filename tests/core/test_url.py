import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.core.problem import WorkbenchError
from k2bench.core.url import (
    Origin,
    encode_segment,
    encode_value,
    finished,
    origin_of,
    resolved,
    without_userinfo,
)


def test_an_origin_is_scheme_host_and_port() -> None:
    assert origin_of("HTTPS://Host.Example:443/x") == origin_of("https://host.example")
    assert origin_of("https://h:8443") != origin_of("https://h")
    assert str(origin_of("https://h:443/x")) == "https://h"
    assert str(origin_of("http://[::1]:81/")) == "http://[::1]:81"


def test_a_host_in_any_script_is_one_origin() -> None:
    assert origin_of("https://münchen.example") == origin_of("https://xn--mnchen-3ya.example/x")
    assert finished("https://münchen.example/ü") == "https://xn--mnchen-3ya.example/%C3%BC"
    assert origin_of(finished("https://münchen.example:8443/")).port == 8443


@pytest.mark.parametrize(
    "url", ["https://h:0", "", "h/x", "ftp://h", "https://", "https://h:99999", "http://[::"]
)
def test_what_is_not_a_url_is_said(url: str) -> None:
    with pytest.raises(WorkbenchError) as caught:
        origin_of(url, "Access Token URL")
    assert "Access Token URL" in caught.value.problem.title


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("localhost", True), ("127.3.2.1", True), ("::1", True), ("localhost.evil.example", False)],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert Origin("http", host, 80).is_loopback is loopback
    assert Origin("http", host, 80).is_private_channel is loopback
    assert Origin("https", host, 443).is_private_channel


def test_user_and_password_are_taken_out() -> None:
    assert without_userinfo("https://u:p@h/x?a=@") == ("https://h/x?a=@", True)
    assert without_userinfo("https://u:p@q@h?x") == ("https://h?x", True)
    assert without_userinfo("https://h/x@y") == ("https://h/x@y", False)
    assert without_userinfo("no url") == ("no url", False)


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("https://h/E?$filter=Name eq 'O''Neil'", "https://h/E?$filter=Name%20eq%20'O''Neil'"),
        ("https://h/E?$filter=Name eq 'C#'", "https://h/E?$filter=Name%20eq%20'C%23'"),
        ("https://h/E#part", "https://h/E"),
        ("https://h/E#part?x", "https://h/E"),
        ("https://h/E?a=50%", "https://h/E?a=50%25"),
        ("https://h/E?a=50%25&b=%zz", "https://h/E?a=50%25&b=%25zz"),
        ("  https://h/Müller \n", "https://h/M%C3%BCller"),
        ("https://h/E?a=1+1", "https://h/E?a=1+1"),
        ("https://h/E?", "https://h/E?"),
    ],
)
def test_what_goes_out(typed: str, sent: str) -> None:
    assert finished(typed) == sent


@given(st.text(max_size=80))
def test_what_goes_out_is_ascii_without_blanks_and_stable(text: str) -> None:
    url = finished("https://h/" + text)
    assert re.fullmatch(r"[\x21-\x7e]+", url)
    assert "#" not in url
    assert finished(url) == url


def test_encoding_of_parts() -> None:
    assert encode_segment("a/b c'd(e)") == "a%2Fb%20c'd(e)"
    assert encode_value("1+1 & #2 $x/'y'") == "1%2B1%20%26%20%232%20$x/'y'"


def test_references_are_seen_from_their_base() -> None:
    base = "https://h/api/v4/Set?$top=1"
    assert resolved(base, "Set?$skiptoken=2") == "https://h/api/v4/Set?$skiptoken=2"
    assert resolved(base, "/x") == "https://h/x"
    assert resolved(base, "https://other/x") == "https://other/x"


def test_a_byte_that_is_no_utf_8_is_encoded_as_it_was() -> None:
    assert encode_value(b"a\xff".decode("utf-8", "surrogateescape")) == "a%FF"
