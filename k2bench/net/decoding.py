"""Takes the content codings off a body (RFC 9110, section 8.4) in bounded steps.

Whatever is wrong with a body, the bytes that came are kept and the `Problem` tells about it. It
does not know where the bytes come from; the caller lets others run between two steps.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.net.inflating import STEP, CorruptError, DeflateStage, GzipStage
from k2bench.net.unbrotli import BrotliStage

MOST_CODINGS = 5  # more of them, one on the other, are an attack
FLOOD = 100  # more output than this for a byte of input is no ordinary body
MOST_KEPT = 64 * 1024  # raw bytes remembered until something was decoded


class Stage(Protocol):
    """One coding.

    Attributes:
        trailing: bytes stood behind the end of its stream.
        bounded: each step is short, whatever its input.
    """

    trailing: bool
    bounded: bool

    @property
    def finished(self) -> bool:
        """Whether its stream came to its own end."""

    def steps(self, data: bytes) -> Iterator[bytes]:
        """The output for `data` in steps of at most 256 KB, empty ones among them."""

    def close(self) -> None:
        """The input is over."""


STAGES: dict[str, Callable[[], Stage]] = {
    "gzip": GzipStage,
    "x-gzip": GzipStage,  # RFC 9110, section 8.4.1.3
    "deflate": DeflateStage,
    "br": BrotliStage,
}


class Decoding:
    """The decoding of one body.

    Attributes:
        problem: what is wrong with the body, or None. Final after `finish`.
        stopped: no more input is wanted: the limit is reached or the body is broken.
        decoded: bytes given out so far.
    """

    def __init__(self, codings: str, limit: int) -> None:
        """`codings` is the Content-Encoding; `limit` bounds the output of every stage, in bytes."""
        self.problem: Problem | None = None
        self.stopped = False
        self.decoded = 0
        self._limit = limit
        self._raw: bytearray | None = bytearray()
        self._received = 0
        names = [name.strip().lower() for name in codings.split(",")]
        self._names = [name for name in names if name not in ("", "identity")]
        self._stages = self._made_stages()
        self._sizes = [0] * len(self._stages)

    @property
    def may_take_long(self) -> bool:
        """Whether the next step belongs into a thread: nothing is known of the body yet, or a
        little of it became a lot.
        """
        if all(stage.bounded for stage in self._stages):
            return False
        return self.decoded == 0 or self.decoded > FLOOD * self._received

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The decoded bytes for the received `data`, at most 256 KB a step; a step may be empty."""
        if self.stopped or not data:
            return
        self._received += len(data)
        self._remember(data)
        try:
            for output in self._through(0, data):
                yield self._admitted(output)
                if self.stopped:
                    return
        except CorruptError as error:
            yield from self._broken(error)
        except _FloodError:
            self._stop(_too_large(self._limit))

    def finish(self) -> None:
        """The body ended where its sender said. A body without a byte is no broken body."""
        for stage in self._stages:
            stage.close()
        if self.stopped or self.problem is not None or self._received == 0:
            return
        if not all(stage.finished for stage in self._stages):
            self.problem = _cut_off(self._names)
        elif any(stage.trailing for stage in self._stages):
            self.problem = _trailing(self._names)

    def _made_stages(self) -> list[Stage]:
        unknown = [name for name in self._names if name not in STAGES]
        if unknown:
            self.problem = _unknown(unknown[0])
        elif len(self._names) > MOST_CODINGS:
            self.problem = _too_many(len(self._names))
        else:
            # The header lists the codings in the order in which they were put on.
            return [STAGES[name]() for name in reversed(self._names)]
        return []

    def _through(self, position: int, data: bytes) -> Iterator[bytes]:
        """`data` through the stages from `position` on."""
        if position == len(self._stages):
            for start in range(0, len(data), STEP):
                yield data[start : start + STEP]
            return
        for output in self._stages[position].steps(data):
            self._sizes[position] += len(output)
            if position + 1 < len(self._stages) and self._sizes[position] > self._limit:
                raise _FloodError
            yield b""  # also where the next stage gives nothing for it
            yield from self._through(position + 1, output)

    def _admitted(self, output: bytes) -> bytes:
        """`output`, or what the limit still admits of it."""
        room = self._limit - self.decoded
        if len(output) > room:
            output = output[:room]
            self._stop(_too_large(self._limit))
        if output:
            self.decoded += len(output)
            self._raw = None
        return output

    def _remember(self, data: bytes) -> None:
        if self._raw is not None:
            self._raw += data
            if len(self._raw) > MOST_KEPT:
                self._raw = None

    def _broken(self, error: CorruptError) -> Iterator[bytes]:
        if self._raw is None:
            self._stop(_corrupt(self._names, str(error)))
            return
        # Nothing was decoded, so the header lied: show what really came, undecoded.
        raw, self._raw = bytes(self._raw), None
        self.problem = _not_encoded(self._names, str(error))
        self._stages = []
        for part in self._through(0, raw):
            yield self._admitted(part)

    def _stop(self, problem: Problem) -> None:
        self.stopped = True
        self.problem = problem


class _FloodError(Exception):
    """A stage between gave more than the limit."""


def _listed(names: list[str]) -> str:
    return ", ".join(names)


def _cut_off(names: list[str]) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        "The answer is cut off",
        f"Its compressed data ({_listed(names)}) ends too early. What came is shown; send again.",
    )


def _corrupt(names: list[str], detail: str) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        "The answer is damaged",
        f"Its compressed data ({_listed(names)}) breaks off in the middle. What came before is "
        "shown; a proxy on the way may have changed it.",
        detail,
    )


def _not_encoded(names: list[str], detail: str) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        f"The answer says it is {_listed(names)}, but it is not",
        "Its Content-Encoding header is wrong. The bytes are shown as they came.",
        detail,
    )


def _trailing(names: list[str]) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        "Bytes stand behind the end of the answer",
        f"They do not belong to its compressed data ({_listed(names)}) and are left out.",
    )


def _unknown(name: str) -> Problem:
    return Problem(
        ProblemKind.PROTOCOL,
        f"The answer is encoded as {name[:40]}, which k2bench does not know",
        "The bytes are shown as they came. k2bench asks for gzip, deflate or br; check the "
        "Accept-Encoding header of the request.",
    )


def _too_many(number: int) -> Problem:
    return Problem(
        ProblemKind.POLICY,
        f"The answer is encoded {number} times",
        f"k2bench takes off at most {MOST_CODINGS} codings. The bytes are shown as they came.",
    )


def _too_large(limit: int) -> Problem:
    return Problem(
        ProblemKind.POLICY,
        f"The answer is larger than {_size(limit)}",
        "What came up to there is shown. The limit protects from answers that unpack without end; "
        "raise it as “Largest body” under File > Preferences, then send again.",
        steps=(NextStep("Preferences...", Step.SHOW_PREFERENCES),),
    )


def _size(number: int) -> str:
    for unit, size in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if number >= size:
            return f"{number / size:g} {unit}"
    return f"{number} bytes"
