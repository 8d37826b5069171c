"""Where a body goes while it arrives: memory, and above a limit a mapped file in the cache."""

import mmap
import os

from k2bench.core.problem import WorkbenchError
from k2bench.core.response import ResponseBody
from k2bench.store.body_folder import BodyFolder, no_room

MEMORY_LIMIT = 32 * 1024 * 1024


class Spool:
    """Takes the chunks of one body in order. The file is deleted as soon as it can be."""

    def __init__(self, folder: BodyFolder, memory_limit: int = MEMORY_LIMIT) -> None:
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

    def so_far(self) -> ResponseBody:
        """What has come until now; the spool goes on."""
        return ResponseBody(self._data(), complete=False)

    def body(self, complete: bool = True) -> ResponseBody:
        """All that came. The spool takes no more after this."""
        data = self._data()
        self.discard()
        return ResponseBody(data, complete)

    def discard(self) -> None:
        """Let go of the file; a mapped body made from it stays readable."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _data(self) -> bytes | mmap.mmap:
        if self._file is None or not self._size:  # nothing cannot be mapped
            return bytes(self._memory)
        return mmap.mmap(self._file, self._size, access=mmap.ACCESS_READ)

    def _to_file(self) -> None:
        file = self._folder.open_file()
        try:
            self._append(file, self._memory)
        except WorkbenchError:
            os.close(file)
            raise
        self._file = file
        self._memory = bytearray()

    def _append(self, file: int, chunk: bytes | bytearray) -> None:
        view = memoryview(chunk)
        try:
            while view:
                view = view[os.write(file, view) :]
        except OSError as error:
            raise no_room(self._folder.root, error) from error
