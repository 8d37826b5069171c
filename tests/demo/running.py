"""A demo tenant in its own process, as tests use it: real sockets, nothing in process."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any

import httpx

API_SCOPE = "https://api.k2.com/"
SCIM_SCOPE = "https://scim.onk2.com/write"


@dataclass(eq=False)
class RunningTenant:
    """The process, what its start line said, and an HTTP client."""

    process: subprocess.Popen[str]
    start: dict[str, Any] = field(repr=False)
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30), repr=False)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def client(self, name: str) -> dict[str, Any]:
        """The client `idt.cc.demo-{name}` of the start line."""
        return next(c for c in self.start["clients"] if c["id"] == f"idt.cc.demo-{name}")

    def ask_token(self, name: str = "consultant", **changes: str | None) -> httpx.Response:
        """A token request in body style; keyword arguments replace or (None) remove fields."""
        client = self.client(name)
        form: dict[str, str | None] = {
            "grant_type": "client_credentials",
            "client_id": client["id"],
            "client_secret": client["secret"],
            "scope": API_SCOPE,
        }
        form |= changes
        fields = {key: value for key, value in form.items() if value is not None}
        return self.http.post(self.start["token_url"], data=fields)

    def token(self, name: str = "consultant", scope: str = API_SCOPE) -> str:
        """An access token, asked for once."""
        if (name, scope) not in self.tokens:
            answer = self.ask_token(name, scope=scope)
            self.tokens[name, scope] = answer.raise_for_status().json()["access_token"]
        return self.tokens[name, scope]

    def bearer(self, name: str = "consultant", scope: str = API_SCOPE) -> dict[str, str]:
        """The Authorization header."""
        return {"Authorization": f"Bearer {self.token(name, scope)}"}

    def odata(self, path: str = "", method: str = "GET", **arguments: Any) -> httpx.Response:
        """A request to the OData v4 service, `path` relative to its base URL."""
        headers = self.bearer() | arguments.pop("headers", {})
        return self.http.request(method, self.start["odata"] + path, headers=headers, **arguments)

    def workflow(
        self, path: str, method: str = "GET", client: str = "consultant", **arguments: Any
    ) -> httpx.Response:
        """A request to Workflow REST."""
        url = f"{self.start['workflow']}/{path}"
        return self.http.request(method, url, headers=self.bearer(client), **arguments)

    def scim(self, path: str, method: str = "GET", **arguments: Any) -> httpx.Response:
        """A request to SCIM."""
        headers = self.bearer(scope=SCIM_SCOPE) | arguments.pop("headers", {})
        url = f"{self.start['scim']}/{path}"
        return self.http.request(method, url, headers=headers, **arguments)

    def control(self, path: str, method: str = "GET", **arguments: Any) -> httpx.Response:
        """A request to the control surface."""
        headers = {"Authorization": f"Bearer {self.start['control_token']}"}
        return self.http.request(
            method, f"{self.start['control']}/{path}", headers=headers, **arguments
        )

    def set_fault(self, key: str, **options: Any) -> None:
        """Switches a fault on."""
        self.control("faults", "POST", json={"fault": key} | options).raise_for_status()

    def behave(self) -> None:
        """Switches all faults off."""
        self.control("faults", "POST", json={"clear": True}).raise_for_status()

    def stop(self) -> None:
        """Ends the process and closes the client."""
        self.http.close()
        self.process.terminate()
        self.process.wait(10)
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe is not None:
                pipe.close()


def start_tenant(*arguments: str) -> RunningTenant:
    """Starts `python -m k2bench.demo` and reads its start line."""
    process = subprocess.Popen(
        [sys.executable, "-m", "k2bench.demo", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    return RunningTenant(process, json.loads(process.stdout.readline()))
