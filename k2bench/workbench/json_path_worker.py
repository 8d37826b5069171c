"""The child process that evaluates a JSONPath: `k2bench --json-path`.

It reads one line with the query and the limits, then the body; it writes the results to standard
output as a JSON array, and how it went to standard error as one line. Nothing is in its arguments
and nothing on disk.
"""

import json
import sys
from typing import IO, Any

from k2bench.content.json_query import select
from k2bench.core.problem import WorkbenchError


def main() -> int:
    """Answer one request. Returns the exit code."""
    with (
        open(0, "rb", closefd=False) as asked,
        open(1, "wb", closefd=False) as answer,
        open(2, "wb", closefd=False) as report,
    ):
        head = json.loads(asked.readline())
        limit(head["seconds"], head["memory"])
        told = evaluate(head, asked.read(), answer)
        report.write(json.dumps(told).encode())
    return 0


def evaluate(head: dict[str, Any], body: bytes, answer: IO[bytes]) -> dict[str, Any]:
    """Write the results; says how many there are, or what is wrong."""
    count = 0
    try:
        answer.write(b"[")
        for text in select(body, head["query"], head["paths"]):
            answer.write((b",\n" if count else b"\n") + text)
            count += 1
        answer.write(b"\n]" if count else b"]")
    except WorkbenchError as error:
        return {"title": error.problem.title, "hint": error.problem.hint}
    except MemoryError:
        return {"title": "This answer needs too much memory to be filtered"}
    return {"count": count}


def limit(seconds: int, memory: int) -> None:
    """Have the system end this process when it takes more; not on Windows."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        if sys.platform == "linux":  # elsewhere the limit is not kept to, or counts other things
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
