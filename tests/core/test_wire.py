from k2bench.core.secret import Secret
from k2bench.core.wire import WireRequest

WIRE = WireRequest(
    "POST",
    "https://h/tokens/path-secret/x",
    (("Authorization", Secret("Bearer abc")), ("X-Tenant", "t"), ("X-Mine", "k")),
    b"client_secret=hidden",
    frozenset({"x-mine"}),
)


def test_repr_shows_no_secret() -> None:
    for hidden in ("abc", "path-secret", "hidden"):
        assert hidden not in repr(WIRE)


def test_the_wire_gets_the_values() -> None:
    assert WIRE.revealed_headers()[0] == ("Authorization", "Bearer abc")
    assert WIRE.header("x-tenant") == "t"
    assert WIRE.header("absent") is None


def test_sensitive_headers_are_the_usual_and_the_named() -> None:
    assert WIRE.is_sensitive("AUTHORIZATION")
    assert WIRE.is_sensitive("X-Mine")
    assert not WIRE.is_sensitive("X-Tenant")
