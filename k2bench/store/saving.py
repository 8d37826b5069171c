"""Writes a large file where a person wants it: old or new, never half."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from k2bench.content.data import Data, Progress
from k2bench.core.problem import Problem, ProblemKind, WorkbenchError

STEP = 1 << 20  # bytes


class StoppedError(Exception):
    """The writing was stopped; nothing is left of it."""


def save_file(
    path: Path,
    data: Data,
    tell: Callable[[Progress], None],
    is_stopped: Callable[[], bool],
) -> None:
    """Write `data` to a file beside `path`, then rename it. Blocks: for a thread of its own.

    Raises:
        StoppedError: `is_stopped` answered yes.
        WorkbenchError: the disk is full, no permission, ...; what was at `path` is untouched.
    """
    target = Path(os.path.realpath(path))  # a link stays one
    new = target.with_name(f".{uuid4().hex}.part")
    try:
        # as any file that a person saves: readable for whom the system's mask lets read it
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
            for start in range(0, len(data), STEP):
                if is_stopped():
                    raise StoppedError
                file.write(data[start : start + STEP])
                tell(Progress(min(start + STEP, len(data)), len(data)))
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, target)
    except OSError as error:
        _remove(new)
        raise WorkbenchError(
            Problem(
                ProblemKind.STORAGE,
                f"{path.name} could not be saved",
                f"{error.strerror or error}. Choose another folder, or make room there; the answer "
                "is still here.",
                detail=str(path),
            )
        ) from error
    except BaseException:
        _remove(new)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
