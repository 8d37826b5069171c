from __future__ import annotations

import json
import os
import subprocess
import sys
import threading

import pytest

from k2bench.demo import parent

# A process that starts a tenant bound to itself, passes its first line on, and waits to be killed.
MIDDLE = """
import os, subprocess, sys
child = subprocess.Popen(
    [sys.executable, "-m", "k2bench.demo", "--rows", "10", "--parent-pid", str(os.getpid())],
    stdout=subprocess.PIPE)
sys.stdout.write(child.stdout.readline().decode()); sys.stdout.write(str(child.pid) + "\\n")
sys.stdout.flush(); sys.stdin.read()
"""


def test_a_killed_parent_ends_the_tenant() -> None:
    middle = subprocess.Popen(
        [sys.executable, "-c", MIDDLE], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert middle.stdout is not None
    assert middle.stdin is not None
    assert "login" in json.loads(middle.stdout.readline())
    tenant_pid = int(middle.stdout.readline())
    middle.kill()
    middle.wait(10)
    ended = threading.Thread(target=parent.wait_for_end, args=(tenant_pid,))
    ended.start()
    ended.join(10)
    middle.stdin.close()
    middle.stdout.close()
    assert not ended.is_alive()


def test_a_process_that_does_not_exist_has_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait(10)
    parent.wait_for_end(process.pid)


def test_polling_notices_an_end_too() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait(10)
    parent._poll(process.pid, is_own_parent=False)


def test_polling_notices_that_the_parent_is_another_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getppid", lambda: 1)
    parent._poll(os.getpid(), is_own_parent=True)
