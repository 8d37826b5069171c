from __future__ import annotations

from k2bench.demo.odata.smartobjects.names import FIRST_NAMES, LAST_NAMES, PIONEERS


def test_names_are_unique_and_not_all_ascii() -> None:
    for names in (PIONEERS, FIRST_NAMES, LAST_NAMES):
        assert len(set(names)) == len(names)
    assert any(not name.isascii() for name in FIRST_NAMES)
