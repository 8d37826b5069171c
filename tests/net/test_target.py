"""Where a request goes, and its exact bytes."""

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.core.url import Origin, finished
from k2bench.net.target import target_of


@pytest.mark.parametrize(
    ("url", "raw"),
    [
        ("https://h/a%2Fb;c=(1),[x]?$filter=Name%20eq%20'O''Neil'", None),
        ("https://h", "/"),
        ("https://h?x=1", "/?x=1"),
        ("https://h:8443/../a/./b", "/../a/./b"),
        ("https://user:pw@h/x?y=a@b", "/x?y=a@b"),
        ("HTTPS://h/x?y=https://z/?w", "/x?y=https://z/?w"),
    ],
)
def test_path_and_query_are_kept_byte_for_byte(url, raw):
    expected = raw if raw is not None else url.partition("https://h")[2]
    assert target_of(url).raw == expected.encode()


def test_the_origin_is_where_to_connect():
    assert target_of("https://Acme.onk2.com/x").origin == Origin("https", "acme.onk2.com", 443)
    assert target_of("http://[::1]:8080/").origin == Origin("http", "::1", 8080)
    assert target_of("http://127.0.0.1:81/secret?token=1").address == "127.0.0.1:81"


def test_a_host_outside_ascii_goes_out_as_dns_knows_it():
    assert target_of(finished("https://münchen.de/ü")).origin.host == "xn--mnchen-3ya.de"
    assert target_of(finished("https://münchen.de/ü")).raw == b"/%C3%BC"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "acme.onk2.com/x",
        "ftp://h/x",
        "file:///etc/passwd",
        "https:///x",
        "https://./x",
        "https://a b/x",
        "https://a%00b/x",
        "http://999.1.1.1/",
        "http://1.2.3/",
        "http://[fe80::1%25eth0]/",
        "https://h:99999/",
        "https://h/a b",
        "https://h/ü",
        "https://h/a\r\nX: y",
    ],
)
def test_what_cannot_be_sent_is_said(url):
    with pytest.raises(WorkbenchError):
        target_of(url)


def test_an_unknown_scheme_is_named():
    with pytest.raises(WorkbenchError, match="does not speak ftp"):
        target_of("ftp://h/x")
