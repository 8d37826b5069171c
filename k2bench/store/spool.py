"""Where a body goes while it arrives: memory, and above a limit a mapped file in the cache."""

import mmap
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError
from k2bench.core.response import ResponseBody

MEMORY_LIMIT = 32 * 1024 * 1024


class Spool:
    """Takes the chunks of one body in order. The file is deleted as soon as it can be.

    On POSIX the file has no name any more once it is open, so a crash leaves nothing behind;
    elsewhere it goes when the last reader closes it.
    """

    def __init__(self, folder: Path, memory_limit: int = MEMORY_LIMIT) -> None:
        self._folder = folder
        self._limit = memory_limit
        self._memory = bytearray()
        self._file: int | None = None
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def write(self, chunk: bytes) -> None:
        """Append `chunk`.

        Raises:
            WorkbenchError: the disk is full; what came before is still there.
        """
        if self._file is None and self._size + len(chunk) > self._limit:
            self._to_file()
        if self._file is None:
            self._memory += chunk
        else:
            self._append(self._file, chunk)
        self._size += len(chunk)

    def body(self, complete: bool = True) -> ResponseBody:
        """All that came. The spool takes no more after this."""
        if self._file is None:
            return ResponseBody(bytes(self._memory), complete)
        mapped = mmap.mmap(self._file, self._size, access=mmap.ACCESS_READ)
        self.discard()
        return ResponseBody(mapped, complete)

    def discard(self) -> None:
        """Let go of the file; a mapped body made from it stays readable."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _to_file(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file, name = tempfile.mkstemp(dir=self._folder, prefix="body-")  # mode 0600
        except OSError as error:
            raise _full(self._folder, error) from error
        with suppress(OSError):  # Windows keeps an open file's name
            os.unlink(name)
        self._append(self._file, self._memory)
        self._memory = bytearray()

    def _append(self, file: int, chunk: bytes | bytearray) -> None:
        view = memoryview(chunk)
        try:
            while view:
                view = view[os.write(file, view) :]
        except OSError as error:
            raise _full(self._folder, error) from error


def _full(folder: Path, error: OSError) -> WorkbenchError:
    return WorkbenchError(
        Problem(
            ProblemKind.STORAGE,
            "The answer could not be kept",
            f"{error.strerror or error}. Make room in the cache folder, then send again.",
            detail=str(folder),
        )
    )
