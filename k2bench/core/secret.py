"""A value that never prints itself. It does not know where it is kept or sent."""

from typing import NoReturn


class Secret:
    """A text that only `reveal()` gives out, so that every use of it can be found.

    `repr`, `str` and `format` show a mask; pickling and copying to JSON fail.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The text itself."""
        return self._value

    def fingerprint(self) -> str:
        """32 hex digits that tell two secrets apart and do not give either away in a session."""
        import hashlib  # 4 ms that nothing needs before the first paint

        raw = self._value.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(raw, digest_size=16).hexdigest()

    def __bool__(self) -> bool:
        return bool(self._value)

    def __len__(self) -> int:
        return len(self._value)

    def __eq__(self, other: object) -> bool:
        return self._value == other._value if isinstance(other, Secret) else NotImplemented

    def __hash__(self) -> int:
        return hash((Secret, self._value))

    def __repr__(self) -> str:
        return "Secret(****)"

    def __str__(self) -> str:
        return "****"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not written anywhere")
