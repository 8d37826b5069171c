"""The error of a text that is no expression."""

from k2bench.core.problem import Problem, ProblemKind, WorkbenchError


class ExpressionError(WorkbenchError):
    """Where a text stops being the beginning of any sentence, and what could have come there.

    `position` is an index into the text: the first character with which no sentence goes on, or
    its length if the text only ends too early. In an unknown query option it is the first
    character of the name. `expected` are plain words, the likeliest first.
    """

    def __init__(
        self, message: str, position: int, expected: tuple[str, ...] = (), hint: str = ""
    ) -> None:
        super().__init__(Problem(ProblemKind.INPUT, message, hint))
        self.message = message
        self.position = position
        self.expected = expected

    def __str__(self) -> str:
        return self.message
