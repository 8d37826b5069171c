"""Exchanges through the system's proxy."""

import pytest

from k2bench.core.problem import WorkbenchError

TARGET = "acme.test"


@pytest.fixture
def through(monkeypatch):
    """`through(server)` makes it the proxy for everything."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)

    def use(server, login=""):
        url = server.url.replace("://", f"://{login}")
        monkeypatch.setenv("http_proxy", url)
        monkeypatch.setenv("https_proxy", url)

    return use


class Proxy:
    """Answers CONNECT, then speaks TLS itself as the target would."""

    def __init__(self, context=None, status="200 Connected"):
        self.requests = []
        self.inside = []
        self._context = context
        self._status = status

    def __call__(self, connection):
        self.requests.append(connection.request().decode())
        if not self.requests[-1].startswith("CONNECT"):
            connection.answer(b"forwarded")
            return
        connection.send(f"HTTP/1.1 {self._status}\r\n\r\n".encode())
        if self._context is None:
            return
        with self._context.wrap_socket(connection.sock, server_side=True) as connection.sock:
            self.inside.append(connection.request().decode())
            if self.inside[-1]:
                connection.answer(b"tunnelled")


def test_plain_http_is_forwarded_with_the_whole_url(serve, net, through):
    proxy = Proxy()
    through(serve(proxy), "user:pw@")
    answer = net.send(f"http://{TARGET}/a%2Fb?$top=1&x=[1]")
    assert answer.body == b"forwarded"
    lines = proxy.requests[0].split("\r\n")
    assert lines[0] == f"GET http://{TARGET}/a%2Fb?$top=1&x=[1] HTTP/1.1"
    assert "Proxy-Authorization: Basic dXNlcjpwdw==" in lines
    assert answer.head.sent[0] == ("Host", TARGET)


def test_a_proxy_that_is_reached_over_tls(serve, net, authority, through):
    through(serve(Proxy(), authority.context()))
    answer = net.send(f"http://{TARGET}/", tls=authority.setting)
    assert answer.body == b"forwarded"


def test_https_goes_through_a_tunnel(serve, net, authority, through):
    proxy = Proxy(authority.context(TARGET))
    through(serve(proxy))
    answer = net.send(f"https://{TARGET}/a%2Fb?$top=1", tls=authority.setting)
    assert answer.body == b"tunnelled"
    assert proxy.requests[0].startswith(f"CONNECT {TARGET}:443 HTTP/1.1")
    assert proxy.inside[0].startswith("GET /a%2Fb?$top=1 HTTP/1.1")
    assert "Test Authority" in answer.head.tls.issuer


def test_a_proxy_that_inspects_tls_is_seen(serve, net, authority, through):
    proxy = Proxy(authority.context(TARGET))
    through(serve(proxy))
    with pytest.raises(WorkbenchError) as caught:
        net.send(f"https://{TARGET}/", headers=[("Authorization", "Bearer abc")])
    assert "Test Authority" in caught.value.problem.hint
    assert not any(proxy.inside)
    assert "Bearer" not in "".join(proxy.requests)


@pytest.mark.parametrize(
    ("status", "word"), [("407 Proxy Authentication Required", "login"), ("403 No", "Ask whoever")]
)
def test_a_proxy_that_refuses(serve, net, through, status, word):
    server = serve(Proxy(status=status))
    through(server)
    with pytest.raises(WorkbenchError) as caught:
        net.send(f"https://{TARGET}/")
    problem = caught.value.problem
    assert problem.title == f"The proxy {server.host} does not connect to {TARGET}:443"
    assert word in problem.hint


def test_a_proxy_that_is_not_there(serve, net, through):
    server = serve(Proxy())
    server.close()
    through(server)
    with pytest.raises(WorkbenchError, match=f"The proxy {server.host} refused"):
        net.send(f"https://{TARGET}/")


@pytest.mark.parametrize("url", ["socks5://127.0.0.1:1", "gopher://h", "http://999.1.1.1"])
def test_a_proxy_of_another_kind_is_said(net, monkeypatch, url):
    monkeypatch.setenv("https_proxy", url)
    with pytest.raises(WorkbenchError, match="proxy cannot be used"):
        net.send(f"https://{TARGET}/")
