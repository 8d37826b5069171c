from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys

import pytest

from k2bench.demo.command import main
from tests.demo.running import start_tenant


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


def test_the_first_line_is_one_json_object_and_interrupting_ends_it() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "k2bench.demo", "--rows", "10"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert isinstance(json.loads(process.stdout.readline()), dict)
    process.send_signal(signal.SIGTERM)
    output, errors = process.communicate(timeout=10)
    assert (output, errors) == (b"", b"")
