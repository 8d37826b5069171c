"""Filters a body by a JSONPath in a child process, which is killed when nobody wants it any more.

The body goes there, and the results come back, through pipes. It knows no window.
"""

import asyncio
import json
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.response import ResponseBody
from k2bench.store.body_folder import BodyFolder
from k2bench.store.spool import Spool
from k2bench.workbench.own_process import own_command

SECONDS = 60
MEMORY = 8 << 30  # bytes of addresses; parsed objects take 5 to 10 times the body
CHUNK = 1 << 18  # bytes


@dataclass(frozen=True, slots=True)
class Filtered:
    """The values that were selected, as a JSON array, and how many there are."""

    body: ResponseBody
    count: int


class JsonPathFilter:
    """Starts one process for each filter.

    Args:
        bodies: where results above 32 MB go while they are shown.
        command: starts the child process.
        seconds: how long it may take.
        memory: how many bytes it may use.
    """

    def __init__(
        self,
        bodies: BodyFolder,
        command: Sequence[str] | None = None,
        seconds: int = SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self._bodies = bodies
        self._command = command or own_command("--json-path")
        self._seconds = seconds
        self._memory = memory

    async def run(self, data: Any, query: str, with_paths: bool = False) -> Filtered:
        """The values that `query` selects in `data` (UTF-8 bytes, or a mapped file of them).

        Raises:
            WorkbenchError: the query is none, the body is no JSON, or it takes too long.
        """
        head = {"query": query, "paths": with_paths}
        head |= {"seconds": self._seconds, "memory": self._memory}
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        told = json.dumps(head).encode()
        loop = asyncio.get_running_loop()
        exchange = loop.run_in_executor(None, self._exchange, process, told, data)
        exchange.add_done_callback(_hear)
        try:
            # shielded: it must run to close the pipes, and ends by itself with the process
            return await asyncio.wait_for(asyncio.shield(exchange), self._seconds)
        except TimeoutError as error:
            raise _too_long(self._seconds) from error
        finally:
            process.kill()  # nothing to a process that has ended

    def _exchange(self, process: "subprocess.Popen[bytes]", head: bytes, data: Any) -> Filtered:
        spool = Spool(self._bodies)
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        with process:
            with suppress(OSError):  # it ended before it had read everything: its report says why
                _send(process.stdin, head, data)
            while chunk := process.stdout.read(CHUNK):
                spool.write(chunk)
            report = process.stderr.read()
        try:
            told = json.loads(report)
        except ValueError:
            spool.discard()
            raise _ended(process.returncode, report) from None
        if "title" in told:
            spool.discard()
            raise WorkbenchError(Problem(ProblemKind.INPUT, told["title"], told.get("hint", "")))
        return Filtered(spool.body(), told["count"])


def _hear(exchange: "asyncio.Future[Filtered]") -> None:
    """After a cancel nobody else asks how it went, and asyncio would complain."""
    if not exchange.cancelled():
        exchange.exception()


def _send(pipe: IO[bytes], head: bytes, data: Any) -> None:
    pipe.write(head + b"\n")
    for at in range(0, len(data), CHUNK):
        pipe.write(data[at : at + CHUNK])
    pipe.close()


def _too_long(seconds: int) -> WorkbenchError:
    title = f"This JSONPath takes longer than {seconds} s"
    hint = "Make it simpler: name the members instead of “..”, and avoid patterns."
    return WorkbenchError(Problem(ProblemKind.TIMEOUT, title, hint))


def _ended(code: int, report: bytes) -> WorkbenchError:
    title = "The process that filters has ended"
    hint = "It may have needed too much time or memory, or a security program blocks it."
    detail = f"exit code {code}\n{report[-2000:].decode('utf-8', 'replace')}"
    return WorkbenchError(Problem(ProblemKind.STORAGE, title, hint, detail=detail))
