"""Collects what the readers find in one text: the surest value of each field, and notes."""

from enum import IntEnum, StrEnum
from typing import Any

from k2bench.auth.pasting.understood import Found, Understood

MOST_NOTES = 20
MOST_EXTRA = 20


class Field(StrEnum):
    """What can be found; the value is its name in `Understood`."""

    TOKEN_URL = "token_url"
    CLIENT_ID = "client_id"
    CLIENT_SECRET = "client_secret"
    SCOPE = "scope"
    SCIM_SCOPE = "scim_scope"
    CLIENT_AUTH = "client_auth"
    TENANT_URL = "tenant_url"
    SCIM_URL = "scim_url"
    SCIM_TOKEN = "scim_token"


IN_WORDS = {
    Field.TOKEN_URL: "token URL",
    Field.CLIENT_ID: "client id",
    Field.CLIENT_SECRET: "client secret",
    Field.SCOPE: "scope",
    Field.SCIM_SCOPE: "SCIM scope",
    Field.CLIENT_AUTH: "client authentication",
    Field.TENANT_URL: "tenant",
    Field.SCIM_URL: "SCIM address",
    Field.SCIM_TOKEN: "SCIM token",
}


class Rank(IntEnum):
    """How sure it is that a value belongs to its field."""

    DERIVED = 1  # made from something else
    RECOGNISED = 2  # looks like one
    NAMED = 3  # the text says so


class Gathering:
    """The findings so far. Of two equally sure values the first stays, and a note tells of both."""

    def __init__(self) -> None:
        self._found: dict[Field, tuple[Rank, Found[Any]]] = {}
        self._extra: dict[str, Found[tuple[str, str]]] = {}
        self._notes: dict[str, None] = {}

    def put(self, field: Field, value: object, where: str, rank: Rank = Rank.NAMED) -> None:
        """A value for `field`."""
        found: Found[Any] = Found(value, where)
        old_rank, old = self._found.get(field, (Rank.DERIVED, None))
        if old is None:
            self._found[field] = (rank, found)
            return
        if rank > old_rank:
            self._found[field] = (rank, found)
        if old.value != value and Rank.DERIVED not in (rank, old_rank):
            kept, other = (found, old) if rank > old_rank else (old, found)
            self.note(
                f"There is another {IN_WORDS[field]} ({other.where}); the one of {kept.where} "
                "is used."
            )

    def put_extra(self, name: str, value: str, where: str) -> None:
        """A further parameter of the token request."""
        if len(self._extra) < MOST_EXTRA:
            self._extra.setdefault(name, Found((name, value), where))

    def note(self, text: str) -> None:
        """Something worth saying; the first twenty are kept."""
        if len(self._notes) < MOST_NOTES:
            self._notes.setdefault(text)

    def has(self, field: Field) -> bool:
        """Whether a value for `field` was found."""
        return field in self._found

    def understood(self, kind: str) -> Understood:
        """Everything found."""
        values = {field.value: found for field, (_, found) in self._found.items()}
        return Understood(
            kind, **values, extra=tuple(self._extra.values()), notes=tuple(self._notes)
        )
