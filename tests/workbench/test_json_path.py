import asyncio
import gc
import mmap
import sys
from pathlib import Path

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.store.body_folder import BodyFolder
from k2bench.workbench.json_path import Filtered, JsonPathFilter

FOREVER = [sys.executable, "-c", "import sys, time; sys.stdin.buffer.read(); time.sleep(600)"]


def filtered(made: JsonPathFilter, data: bytes, query: str, paths: bool = False) -> Filtered:
    return asyncio.run(made.run(data, query, paths))


def test_values_and_paths(tmp_path: Path) -> None:
    made = JsonPathFilter(BodyFolder(tmp_path))
    body = b'{"value":[{"n":1.10},{"n":20}]}'
    found = filtered(made, body, "$.value[?@.n > 2]")
    assert (found.body.data, found.count) == (b'[\n{"n":20}\n]', 1)
    found = filtered(made, body, "$.value[0].n", paths=True)
    assert found.body.data == b'[\n{"path":"$[\'value\'][0][\'n\']","value":1.10}\n]'
    assert list(tmp_path.iterdir()) == []


def test_a_mapped_body(tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(b"[" + b'{"n": 1},' * 100_000 + b"2]")
    with open(tmp_path / "body", "rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    assert asyncio.run(JsonPathFilter(BodyFolder(tmp_path)).run(data, "$[*].n")).count == 100_000


@pytest.mark.parametrize(
    ("body", "query", "words"), [(b"[", "$", "not JSON"), (b"[]", "$[", "position")]
)
def test_what_is_wrong_is_said(tmp_path: Path, body: bytes, query: str, words: str) -> None:
    with pytest.raises(WorkbenchError) as error:
        filtered(JsonPathFilter(BodyFolder(tmp_path)), body, query)
    assert words in error.value.problem.title


def test_it_takes_too_long(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError) as error:
        filtered(JsonPathFilter(BodyFolder(tmp_path), FOREVER, seconds=1), b"[]", "$")
    assert error.value.problem.title == "This JSONPath takes longer than 1 s"


def test_it_ends_by_itself(tmp_path: Path) -> None:
    crash = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(WorkbenchError) as error:
        filtered(JsonPathFilter(BodyFolder(tmp_path), crash), b"x" * 1_000_000, "$")
    assert "exit code 3" in error.value.problem.detail


def test_cancel_kills_the_process(tmp_path: Path) -> None:
    started = tmp_path / "started"
    code = (
        "import os, pathlib, sys, time; sys.stdin.buffer.read();"
        f"pathlib.Path({str(tmp_path / 'new')!r}).write_text(str(os.getpid()));"
        f"os.replace({str(tmp_path / 'new')!r}, {str(started)!r}); time.sleep(600)"
    )

    async def cancelled() -> int:
        made = JsonPathFilter(BodyFolder(tmp_path), [sys.executable, "-c", code])
        task = asyncio.create_task(made.run(b"[]", "$"))
        while not started.exists():
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return int(started.read_text())

    pid = asyncio.run(cancelled())  # ends only when the thread that reads has ended
    assert not Path(f"/proc/{pid}").exists()


def test_cancel_before_it_begins_leaves_nothing_open(tmp_path: Path) -> None:
    async def cancelled() -> None:
        task = asyncio.create_task(JsonPathFilter(BodyFolder(tmp_path)).run(b"[]", "$"))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    gc.collect()
