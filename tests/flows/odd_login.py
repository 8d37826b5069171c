"""A login, and an API beside it, that answer what a test tells them: over real sockets."""

import json
from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from k2bench.core.environment import Environment
from tests.flows.conftest import Driver

DISCOVERY = "/.well-known/openid-configuration"
Answer = tuple[str, tuple[str, ...], bytes]


def as_json(value: object, status: str = "200 OK") -> Answer:
    return status, ("Content-Type: application/json",), json.dumps(value).encode()


def redirect(target: str, status: str = "302 Found") -> Answer:
    return status, (f"Location: {target}",), b""


def token(**members: object) -> Answer:
    """A token answer; `members` differ from an ordinary one."""
    return as_json({"access_token": "opaque-token-abc", "expires_in": 3600} | members)


class OddLogin:
    """Answers each path by `routes`, `*` for any other; `{url}` in an answer is its own address."""

    def __init__(self, serve: Callable, routes: dict[str, Answer]) -> None:  # type: ignore[type-arg]
        self.routes = routes
        self.heads: list[str] = []
        self.url = serve(self._handle).url

    def _handle(self, connection) -> None:  # type: ignore[no-untyped-def]
        while head := connection.request().decode():
            self.heads.append(head)
            length = head.lower().partition("content-length:")[2].split("\r\n")[0]
            connection.body(int(length or 0))
            path = head.split(" ")[1].partition("?")[0]
            status, headers, body = self.routes.get(path) or self.routes.get(
                "*", ("404 Not Found", (), b"")
            )
            headers = tuple(each.replace("{url}", self.url) for each in headers)
            connection.answer(body.replace(b"{url}", self.url.encode()), *headers, status=status)

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(head.split(" ")[1].partition("?")[0] == path for head in self.heads)


def at_login(start: Callable[..., Driver], login: OddLogin) -> Driver:
    """A window whose only environment is at `login`, its secret typed."""
    driver = start()
    driver.app.session.environments.put(
        Environment("1", "Dev", login.url, f"{login.url}/connect/token", "idt.cc.x")
    )
    driver.app.wiring.environments.show_first()
    driver.wait_for("Authorization/Client Secret")
    driver.type("Authorization/Client Secret", "s3cret-text")
    return driver


def get_token(driver: Driver) -> None:
    """Get New Access Token, until its answer is shown."""
    driver.press("Authorization/Get New Access Token")
    driver.wait(driver.app.bridge.is_idle)


def inspected(driver: Driver) -> QDialog:
    """The token inspector, its verdict given."""
    driver.press("Authorization/Inspect Token")
    dialog = driver.dialog()
    driver.wait(lambda: "Checking" not in dialog.signature_why.text())  # type: ignore[attr-defined]
    return dialog
