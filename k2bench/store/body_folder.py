"""The folder of this process for large bodies: locked while it lives, removed at its end.

A folder whose lock is free belongs to nobody any more: `remove_abandoned` takes it away. It never
touches one whose lock is held, so two running instances leave each other alone.
"""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError

LOCK = "lock"
TRIES = 10  # a cleaner may take a new folder away before its lock is held

if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BodyFolder:
    """`root/<unique>/`, made and locked when the first file is asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._path: Path | None = None
        self._held = -1

    def open_file(self) -> int:
        """A new empty file, mode 0600, open for reading and writing. It goes as soon as it can:
        on POSIX it has no name any more, elsewhere a later call or `close` removes it.

        Raises:
            WorkbenchError: the folder cannot be made or written to.
        """
        try:
            folder = self._path if self._path and self._path.is_dir() else self._made()
            for name in folder.glob("body-*"):
                with suppress(OSError):  # Windows refuses while it is still read
                    name.unlink()
            file, name_ = tempfile.mkstemp(dir=folder, prefix="body-")
        except OSError as error:
            raise no_room(self.root, error) from error
        with suppress(OSError):
            os.unlink(name_)
        return file

    def close(self) -> None:
        """Remove the folder. What is still read on Windows goes with the next start."""
        if self._path is not None:
            _remove(self._path, self._held)
            self._path, self._held = None, -1

    def _made(self) -> Path:
        self.close()  # somebody may have emptied the cache
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for _ in range(TRIES):
            self._path = Path(tempfile.mkdtemp(dir=self.root))  # mode 0700
            held = _locked(self._path)
            if held is not None:
                self._held = held
                break
            with suppress(OSError):
                self._path.rmdir()
        else:  # a file system without locks, on which nobody removes the folder of another
            self._path = Path(tempfile.mkdtemp(dir=self.root))
        return self._path


def remove_abandoned(root: Path) -> None:
    """Remove the folders of processes that are gone. Never raises; may take long."""
    with suppress(OSError):
        for folder in list(root.iterdir()):
            if folder.is_dir() and not folder.is_symlink():
                held = _locked(folder)
                if held is not None:
                    _remove(folder, held)


def no_room(folder: Path, error: OSError) -> WorkbenchError:
    """What is told when a body could not be kept on disk."""
    return WorkbenchError(
        Problem(
            ProblemKind.STORAGE,
            "The answer could not be kept",
            f"{error.strerror or error}. Make room in the cache folder, then send again.",
            detail=str(folder),
        )
    )


def _locked(folder: Path) -> int | None:
    """The open lock file of `folder`; None: another process holds it, or has removed it."""
    path = folder / LOCK
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None
    try:
        _lock(file)
        if os.path.samestat(os.fstat(file), os.stat(path)):
            return file
    except OSError:  # also a file system without locks: then nothing is removed
        pass
    os.close(file)
    return None


def _remove(folder: Path, held: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):
        os.close(held)
    shutil.rmtree(folder, ignore_errors=True)  # Windows keeps a file that is open
