"""gzip (RFC 1952) and deflate (RFC 1950, RFC 1951) as streams of bounded steps.

It does not know HTTP. zlib lets other threads run while it works, and `max_length` bounds a step.
"""

import zlib
from collections.abc import Iterator

STEP = 256 * 1024  # bytes that one step may give; about 1 ms of work
GZIP_MAGIC = b"\x1f\x8b"
ZLIB_METHOD = 8  # the low four bits of a zlib stream's first byte (RFC 1950, section 2.2)


class CorruptError(Exception):
    """The bytes are not what their encoding says; what came before was given out already."""


class _Inflate:
    """One zlib stream, which gives out every byte that stands before a broken place."""

    def __init__(self, wbits: int) -> None:
        self._zlib = zlib.decompressobj(wbits)

    @property
    def ended(self) -> bool:
        return self._zlib.eof

    @property
    def left_over(self) -> bytes:
        return self._zlib.unused_data

    def steps(self, data: bytes) -> Iterator[bytes]:
        """The output for `data`, at most `STEP` bytes at a time."""
        while not self._zlib.eof:
            before = self._zlib.copy()
            try:
                output = self._zlib.decompress(data, STEP)
            except zlib.error as error:
                yield _salvaged(before, data)
                raise CorruptError(str(error)) from None
            yield output
            data = self._zlib.unconsumed_tail
            if not data and len(output) < STEP:
                return


def _salvaged(inflate: "zlib._Decompress", data: bytes) -> bytes:
    """The output of the longest part of `data` that zlib accepts, found by halving."""
    outputs: list[bytes] = []
    size = len(data)
    while data and size:
        trial = inflate.copy()
        try:
            outputs.append(trial.decompress(data[:size], STEP))
        except zlib.error:
            size //= 2
        else:
            inflate, data = trial, data[size:]
    return b"".join(outputs)


class GzipStage:
    """gzip with any number of members, one after the other (RFC 1952, section 2.2)."""

    bounded = True

    def __init__(self) -> None:
        self.trailing = False
        self._member: _Inflate | None = None
        self._members = 0
        self._held = b""  # what may become the start of a member

    @property
    def finished(self) -> bool:
        return self._members > 0 and self._member is None

    def steps(self, data: bytes) -> Iterator[bytes]:
        """The output for `data`.

        Raises:
            CorruptError: it is no gzip, or its checksum is wrong.
        """
        while data and not self.trailing:
            if self._member is None:
                data = self._held + data
                self._held = b""
                if not self._begun(data):
                    return
            assert self._member is not None
            yield from self._member.steps(data)
            if not self._member.ended:
                return
            data = self._member.left_over
            self._member = None
            self._members += 1

    def close(self) -> None:
        """The input is over: what was held is no member."""
        self.trailing = self.trailing or (self.finished and bool(self._held))

    def _begun(self, data: bytes) -> bool:
        if data.startswith(GZIP_MAGIC):
            self._member = _Inflate(16 + zlib.MAX_WBITS)
            return True
        if GZIP_MAGIC.startswith(data):
            self._held = data
        elif self._members:
            self.trailing = True
        else:
            raise CorruptError("no gzip header")
        return False


class DeflateStage:
    """`deflate`: a zlib stream by the book (RFC 9110, 8.4.1.2), bare deflate as some send it."""

    bounded = True

    def __init__(self) -> None:
        self.trailing = False
        self._inflate: _Inflate | None = None
        self._held = b""

    @property
    def finished(self) -> bool:
        return self._inflate is not None and self._inflate.ended

    def steps(self, data: bytes) -> Iterator[bytes]:
        """The output for `data`.

        Raises:
            CorruptError: it is neither zlib nor deflate.
        """
        if self.finished:
            self.trailing = self.trailing or bool(data)
            return
        if self._inflate is None:
            self._held += data
            if len(self._held) < 2:
                return
            data, self._held = self._held, b""
            self._inflate = _Inflate(zlib.MAX_WBITS if _is_zlib(data) else -zlib.MAX_WBITS)
        yield from self._inflate.steps(data)
        self.trailing = self._inflate.ended and bool(self._inflate.left_over)

    def close(self) -> None:
        """The input is over."""


def _is_zlib(data: bytes) -> bool:
    return data[0] & 15 == ZLIB_METHOD and (data[0] * 256 + data[1]) % 31 == 0
