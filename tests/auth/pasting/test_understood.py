from k2bench.auth.credentials import ClientAuth
from k2bench.auth.pasting.understood import Found, Understood
from k2bench.core.secret import Secret


def test_rows_show_everything_but_secrets() -> None:
    found = Understood(
        "text",
        client_id=Found("idt.cc.x", "line 1"),
        client_secret=Found(Secret("hunter2"), "line 2"),
        client_auth=Found(ClientAuth.BODY, "line 3"),
        extra=(Found(("audience", "a"), "line 4"),),
    )
    assert found.rows() == (
        ("Client ID", "idt.cc.x", "line 1"),
        ("Client Secret", "****", "line 2"),
        ("Client Authentication", "Send client credentials in body", "line 3"),
        ("Parameter audience", "a", "line 4"),
    )
    assert "hunter2" not in repr(found)


def test_notes_alone_are_nothing_found() -> None:
    assert not Understood("text", notes=("a",))
    assert Understood("text", scope=Found("a", "line 1"))
