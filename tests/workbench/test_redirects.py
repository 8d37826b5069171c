from dataclasses import replace

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.core.secret import Secret
from k2bench.core.wire import WireRequest
from k2bench.workbench.redirects import next_request

WIRE = WireRequest(
    "POST",
    "https://h/a/b",
    (
        ("Authorization", Secret("Bearer x")),
        ("Cookie", "a=b"),
        ("Content-Type", "text/plain"),
        ("X-Trace", "1"),
        ("X-Tenant-Key", "k"),
    ),
    b"body",
    frozenset({"x-tenant-key"}),
)


@pytest.mark.parametrize("target", ["https://h/c", "/c", "c", "https://h:443/c"])
def test_within_one_origin_everything_goes_along(target: str) -> None:
    moved, hop = next_request(WIRE, 307, target)
    assert moved.headers == WIRE.headers
    assert (moved.method, moved.body) == ("POST", b"body")
    assert hop.dropped == ()


@pytest.mark.parametrize("target", ["https://other/c", "http://h/c", "https://h:8443/c", "//other"])
def test_another_scheme_host_or_port_gets_no_credentials(target: str) -> None:
    moved, hop = next_request(WIRE, 307, target)
    assert [name for name, _ in moved.headers] == ["Content-Type", "X-Trace"]
    assert hop.dropped == ("Authorization", "Cookie", "X-Tenant-Key")


@pytest.mark.parametrize(
    ("status", "method"), [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")]
)
def test_the_method_after_each_status(status: int, method: str) -> None:
    moved, hop = next_request(WIRE, status, "/c")
    assert moved.method == method
    assert moved.body == (b"body" if method == "POST" else b"")
    assert ("Content-Type", "text/plain") in moved.headers or method == "GET"
    assert (hop.status, hop.source, hop.target) == (status, "https://h/a/b", "https://h/c")


def test_a_body_with_a_secret_stays_within_its_origin() -> None:
    wire = replace(WIRE, sensitive_body=True)
    assert next_request(wire, 307, "/c")[0].body == b"body"
    assert next_request(wire, 303, "https://other/")[0].body == b""
    with pytest.raises(WorkbenchError, match="body with a secret"):
        next_request(wire, 307, "https://other/c")


def test_a_target_that_is_no_web_address_is_said() -> None:
    for target in ("javascript:alert(1)", "file:///etc/passwd", "http://["):
        with pytest.raises(WorkbenchError):
            next_request(WIRE, 302, target)


def test_a_password_in_the_target_is_left_out() -> None:
    moved, _ = next_request(WIRE, 302, "https://u:p@other/c")
    assert moved.url == "https://other/c"
