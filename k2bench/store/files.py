"""Small JSON files that are either old or new, never half; an unreadable one is kept aside."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError

OnUnreadable = Callable[[Problem], None]


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: to a file beside it, flushed, then renamed (mode 0600).

    Raises:
        WorkbenchError: the disk is full, the folder read-only, ...; the old file is untouched.
    """
    import tempfile  # 4 ms that reading does not need

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise
    except OSError as error:
        raise WorkbenchError(
            Problem(
                ProblemKind.STORAGE,
                f"{path.name} could not be saved",
                f"{error.strerror or error}. The file on disk is still the old one.",
                detail=str(path),
            )
        ) from error


def write_json(path: Path, value: dict[str, Any]) -> None:
    """`value` as indented JSON with its keys in order, for one-line diffs.

    Raises:
        WorkbenchError: see `write_atomically`.
    """
    import json

    text = json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True)
    write_atomically(path, text.encode("utf-8", "surrogatepass") + b"\n")


def read_json(path: Path, version: int, report: OnUnreadable) -> dict[str, Any]:
    """The object at `path`; `{}` when there is none.

    A file that cannot be read or has another `version` is renamed to `*.unreadable` beside it,
    reported, and answered as `{}`: what comes next never overwrites it.
    """
    if not path.exists():
        return {}
    import json  # 3 ms, and at the first start there is nothing to read

    try:
        value = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        _keep_aside(path, str(error), report)
        return {}
    if not isinstance(value, dict) or value.get("version") != version:
        _keep_aside(path, "It was written by another version of k2bench.", report)
        return {}
    return value


def _keep_aside(path: Path, why: str, report: OnUnreadable) -> None:
    aside = path.with_name(path.name + ".unreadable")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.unreadable-{number}")
    with suppress(OSError):
        path.rename(aside)
    report(
        Problem(
            ProblemKind.STORAGE,
            f"{path.name} could not be read",
            f"It is kept as {aside.name}; k2bench goes on with an empty one.",
            detail=f"{aside}\n{why}",
        )
    )
