from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys

import httpx
import pytest

from k2bench.demo.command import main
from tests.demo.running import RunningTenant, start_tenant


def test_help_documents_the_tenant() -> None:
    with pytest.raises(SystemExit) as ending:
        main(["--help"])
    assert ending.value.code == 0


def test_a_taken_port_means_the_next_free_one() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        running = start_tenant("--rows", "10", "--port", str(port))
        used = int(running.start["login"].split(":")[2].split("/")[0])
        running.stop()
    assert used > port


MODULES = (("k2bench.demo",), ("k2bench", "--serve-demo"))


def serve(*module: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *module, "--rows", "10"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
@pytest.mark.parametrize("module", MODULES, ids=["module", "option"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_line_is_one_json_object_and_a_signal_ends_it_silently(
    module: tuple[str, ...], number: signal.Signals
) -> None:
    process = serve(*module)
    assert process.stdout is not None
    assert isinstance(json.loads(process.stdout.readline()), dict)
    process.send_signal(number)
    output, errors = process.communicate(timeout=10)
    assert (process.returncode, output, errors) == (0, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
def test_a_request_that_runs_does_not_hold_the_end() -> None:
    process = serve("k2bench", "--serve-demo")
    assert process.stdout is not None
    running = RunningTenant(process, json.loads(process.stdout.readline()))
    running.set_fault("latency", seconds=60, api="login")
    login = httpx.URL(running.start["login"])
    assert login.port is not None
    with socket.create_connection((login.host, login.port)) as connection:
        connection.sendall(b"GET " + login.raw_path + b" HTTP/1.1\r\nHost: x\r\n\r\n")
        assert running.control("faults").status_code == 200  # so the other one has come, too
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=10)
    running.http.close()
    assert (process.returncode, output, errors) == (0, "", "")
