"""The users and groups of the directory, as SCIM resources (RFC 7643 §4), from a fixed seed."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from typing import Any

from k2bench.demo.odata.smartobjects.names import FIRST_NAMES, LAST_NAMES, PIONEERS

USERS = 300
GROUPS = 20
SEED = 7643

USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE_SCHEMA = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
GROUP_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group"

_TITLES = ("Analyst", "Engineer", "Accountant", "Buyer", "Assistant", "Director", None)
_DEPARTMENTS = ("Finance", "IT / Service Desk", "Legal", "Procurement", "Produktion Köln")
_GROUP_NAMES = (
    "All Employees", "K2 Administrators", "K2 Designers", "Managers", "Finance", "Procurement",
    "IT / Service Desk", "IT / Platform & Data", "Legal", "Research", "Produktion Köln",
    "Kundendienst Zürich", "営業部 (Tokyo)", "Works Council", "First Aiders", "Book Club",
    "O'Brien's Team", "50% Part-Timers", "Contractors", "Empty Group",
)  # fmt: skip


def users() -> list[dict[str, Any]]:
    """All users; the pioneers come first, and every tenth is inactive."""
    source = random.Random(SEED)
    return [_user(source, number) for number in range(USERS)]


def groups(user_ids: Sequence[str]) -> list[dict[str, Any]]:
    """All groups: the first has everybody in it, the last nobody."""
    source = random.Random(SEED)
    sizes = [len(user_ids), *(source.randrange(2, 40) for _ in range(GROUPS - 2)), 0]
    return [
        {
            "schemas": [GROUP_SCHEMA],
            "displayName": name,
            "members": [
                {"value": user_id, "type": "User"}
                for user_id in sorted(source.sample(list(user_ids), size))
            ],
        }
        for name, size in zip(_GROUP_NAMES, sizes, strict=True)
    ]


def _user(source: random.Random, number: int) -> dict[str, Any]:
    if number < len(PIONEERS):
        given, family = PIONEERS[number]
    else:
        given, family = source.choice(FIRST_NAMES), source.choice(LAST_NAMES)
    account = f"{_ascii(given)}.{_ascii(family)}{number or ''}"
    user: dict[str, Any] = {
        "schemas": [USER_SCHEMA, ENTERPRISE_SCHEMA],
        "userName": f"{account}@denallix.example",
        "externalId": f"DENALLIX-{number:05d}",
        "name": {"givenName": given, "familyName": family, "formatted": f"{given} {family}"},
        "displayName": f"{given} {family}",
        "active": number % 10 != 9,
        "emails": [{"value": f"{account}@denallix.example", "type": "work", "primary": True}],
        ENTERPRISE_SCHEMA: {
            "employeeNumber": str(1_000 + number),
            "department": source.choice(_DEPARTMENTS),
        },
    }
    title = source.choice(_TITLES)
    return user if title is None else user | {"title": title}


def _ascii(name: str) -> str:
    """Letters of an account name: accents go, what is left of other scripts goes too."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join(letter for letter in plain.lower() if letter.isalnum())
