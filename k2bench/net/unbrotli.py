"""br (RFC 7932) as a stream of bounded steps. It does not know HTTP.

Whatever the limit on its output, the library decodes on until its input is used up or its window
is full. So it is fed a little at a time: a step of an ordinary body stays under 1 ms. Where a few
bytes ask for millions, one fill of the window is the longest step: 8 ms for the usual 4 MB, 28 ms
for the largest, 16 MB. Other threads run on meanwhile.
"""

from collections.abc import Iterator

import brotli  # type: ignore[import-untyped]

from k2bench.net.inflating import CorruptError

PIECE = 128  # bytes of input for one call
OUTPUT_LIMIT = 64 * 1024  # bytes of one call; the library may give half as much again
STEP_OUTPUT = 128 * 1024  # a step ends after this many bytes of output
STEP_INPUT = 16 * 1024  # or after this many of input: about 0.3 ms of calls


class BrotliStage:
    """One brotli stream. It has no checksum, so some damage goes unseen."""

    bounded = False

    def __init__(self) -> None:
        self.trailing = False
        self._decoder = brotli.Decompressor()

    @property
    def finished(self) -> bool:
        return bool(self._decoder.is_finished())

    def steps(self, data: bytes) -> Iterator[bytes]:
        """The output for `data`; an empty step only tells that time has passed.

        Raises:
            CorruptError: it is no brotli, or something stands behind its end.
        """
        for start in range(0, len(data), STEP_INPUT):
            gathered: list[bytes] = []
            size = 0
            try:
                for output in self._calls(data[start : start + STEP_INPUT]):
                    gathered.append(output)
                    size += len(output)
                    if size >= STEP_OUTPUT:
                        yield b"".join(gathered)
                        gathered, size = [], 0
            except brotli.error as error:
                yield b"".join(gathered)
                raise CorruptError(str(error)) from None
            yield b"".join(gathered)

    def close(self) -> None:
        """The input is over."""

    def _calls(self, data: bytes) -> Iterator[bytes]:
        for start in range(0, len(data), PIECE):
            if self.finished:
                self.trailing = True
                return
            piece = data[start : start + PIECE]
            while True:
                output = self._decoder.process(piece, output_buffer_limit=OUTPUT_LIMIT)
                yield output
                if len(output) < OUTPUT_LIMIT and self._decoder.can_accept_more_data():
                    break
                piece = b""
