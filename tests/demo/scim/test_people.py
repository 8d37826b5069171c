from __future__ import annotations

from k2bench.demo.scim.people import GROUPS, USERS, groups, users


def test_user_names_are_unique_ascii() -> None:
    everybody = users()
    names = {user["userName"] for user in everybody}
    assert len(names) == USERS
    assert all(name.isascii() for name in names)
    assert everybody[0]["displayName"] == "Ada Lovelace"
    assert everybody == users()


def test_one_group_has_all_and_one_nobody() -> None:
    ids = [str(number) for number in range(USERS)]
    made = groups(ids)
    assert len(made) == GROUPS
    assert len(made[0]["members"]) == USERS
    assert made[-1]["members"] == []
