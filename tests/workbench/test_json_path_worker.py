import io
import json
import subprocess
import sys

import pytest

from k2bench.workbench.json_path_worker import evaluate
from k2bench.workbench.own_process import own_command

HEAD = {"query": "$.value[*].n", "paths": False, "seconds": 50, "memory": 8 << 30}


def test_results_and_their_number() -> None:
    answer = io.BytesIO()
    assert evaluate(HEAD, b'{"value":[{"n":1.10},{"n":2}]}', answer) == {"count": 2}
    assert answer.getvalue() == b"[\n1.10,\n2\n]"
    answer = io.BytesIO()
    assert evaluate(HEAD, b"{}", answer) == {"count": 0}
    assert answer.getvalue() == b"[]"


def test_what_is_wrong() -> None:
    told = evaluate(HEAD, b"<html>", io.BytesIO())
    assert told["title"].startswith("This answer is not JSON")
    assert "position" in evaluate({**HEAD, "query": "$["}, b"[]", io.BytesIO())["title"]


def test_the_process() -> None:
    sent = json.dumps(HEAD).encode() + b'\n{"value":[{"n":1.10}]}'
    done = subprocess.run(own_command("--json-path"), input=sent, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, b"[\n1.10\n]")
    assert json.loads(done.stderr) == {"count": 1}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_too_much_memory() -> None:
    head = {**HEAD, "query": "$..*", "memory": 1 << 28}
    sent = json.dumps(head).encode() + b"\n[" + b'{"n": "text"},' * 2_000_000 + b"1]"
    done = subprocess.run(own_command("--json-path"), input=sent, capture_output=True, timeout=60)
    assert "too much memory" in json.loads(done.stderr)["title"]
