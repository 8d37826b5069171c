"""Which proxy is used for what."""

import pytest

from k2bench.core.url import origin_of
from k2bench.net.proxies import proxy_for

VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def asked(url):
    return proxy_for(origin_of(url))


def test_none_without_a_setting():
    assert asked("https://acme.onk2.com") is None


def test_the_scheme_chooses(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://p:1")
    monkeypatch.setenv("all_proxy", "p:2")
    assert asked("https://acme.onk2.com") == "http://p:1"
    assert asked("http://acme.onk2.com") == "http://p:2"


def test_exceptions(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://p:1")
    monkeypatch.setenv("no_proxy", ".onk2.com")
    assert asked("https://acme.onk2.com") is None
    assert asked("https://example.com") == "http://p:1"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "demo.localhost"])
def test_this_machine_is_reached_directly(monkeypatch, host):
    monkeypatch.setenv("http_proxy", "http://p:1")
    assert asked(f"http://{host}:8000") is None
