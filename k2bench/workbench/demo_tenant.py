"""Starts and stops the demo tenant's process. It does not know what the tenant serves."""

import json
import os
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from typing import IO, Any

from k2bench.core.environment import DEMO_ID, Environment, WritePolicy
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.secret import Secret
from k2bench.workbench.own_process import own_command

READY_WITHIN = 20.0  # seconds; 1.5 are usual


@dataclass(frozen=True, slots=True)
class DemoClient:
    """A client of the demo tenant and what it is there to show."""

    id: str
    secret: Secret
    scopes: tuple[str, ...]
    shows: str


@dataclass(frozen=True, slots=True)
class DemoAddresses:
    """What the tenant said when it was ready: the keys of its start line."""

    token_url: str
    odata: str
    odata_v3: str
    workflow: str
    scim: str
    scim_token: Secret
    control: str
    control_token: Secret
    clients: tuple[DemoClient, ...]

    def environment(self) -> Environment:
        """The environment “Demo tenant”, for the first client."""
        client = self.clients[0]
        return Environment(
            id=DEMO_ID,
            name="Demo tenant",
            tenant_url=self.odata.partition("/api/")[0],
            token_url=self.token_url,
            client_id=client.id,
            scope=client.scopes[0],
            scim_url=self.scim.partition("/tokens/")[0],
            write_policy=WritePolicy.FREE,
            transient=True,
        )


class DemoTenant:
    """The process. `start` blocks until it is ready, so it is called off the GUI thread."""

    def __init__(self, *options: str) -> None:
        self._options = options
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def start(self) -> DemoAddresses:
        """Start the process and read its first line.

        Raises:
            WorkbenchError: it ended, said something else, or was not ready in time.
        """
        with self._lock, tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
            self._process = subprocess.Popen(
                [*command(), "--parent-pid", str(os.getpid()), *self._options],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            line = _first_line(self._process, READY_WITHIN)
            try:
                return read_start_line(line)
            except (ValueError, TypeError, KeyError, IndexError) as error:
                self.stop()
                raise _failed(line, errors) from error

    def stop(self) -> None:
        """End the process; it ends by itself when this one does."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(1.0)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def command() -> list[str]:
    """How to start the tenant: from a bundled executable, or with this interpreter."""
    return own_command("--serve-demo")


def read_start_line(line: str) -> DemoAddresses:
    """The start line as values.

    Raises:
        ValueError, TypeError, KeyError, IndexError: it is not one.
    """
    said: dict[str, Any] = json.loads(line)
    clients = tuple(
        DemoClient(c["id"], Secret(c["secret"]), tuple(c["scopes"]), c["shows"])
        for c in said["clients"]
    )
    texts = {k: said[k] for k in ("token_url", "odata", "odata_v3", "workflow", "scim", "control")}
    return DemoAddresses(
        **texts,
        scim_token=Secret(said["scim_token"]),
        control_token=Secret(said["control_token"]),
        clients=clients,
    )


def _first_line(process: "subprocess.Popen[str]", seconds: float) -> str:
    late = threading.Timer(seconds, process.kill)  # readline has no time limit of its own
    late.start()
    try:
        return process.stdout.readline() if process.stdout else ""
    finally:
        late.cancel()


def _failed(line: str, errors: IO[str]) -> WorkbenchError:
    errors.seek(0)
    return WorkbenchError(
        Problem(
            ProblemKind.STORAGE,
            "The demo tenant did not start",
            "It may be blocked by a security program. `k2bench --serve-demo` shows why.",
            detail=f"{line[:500]}\n{errors.read()[-2000:]}".strip(),
        )
    )
