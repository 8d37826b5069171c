import pytest

from k2bench.content.cell import CellKind
from k2bench.content.json_children import Children
from k2bench.content.json_members import at_once
from k2bench.ui.response.tree.words import LONGEST, container_words, value_words


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        (b'"a\\nb\\u0000c"', CellKind.STRING, '"a⏎b\ufffdc"'),
        (b'""', CellKind.STRING, '""'),
        (b"1.10", CellKind.NUMBER, "1.10"),
        (b"123456789012345678901234567890", CellKind.NUMBER, "123456789012345678901234567890"),
        (b"null", CellKind.NULL, "null"),
        (b"true", CellKind.BOOLEAN, "true"),
        (b"NaN", CellKind.UNREADABLE, "NaN"),
        (b'"\\ud800"', CellKind.STRING, '"\ufffd"'),
        (b'"\xff', CellKind.STRING, '"\ufffd"'),
    ],
)
def test_values(raw: bytes, kind: CellKind, words: str) -> None:
    assert value_words(raw, len(raw)) == (kind, words)


def test_long_values_tell_their_size() -> None:
    raw = b'"' + b"x" * 16_000
    assert value_words(raw, 50_000_000) == (
        CellKind.STRING,
        '"' + "x" * LONGEST + "… (50.0 MB)",
    )
    assert value_words(b"1" * 400, 400)[1] == "1" * LONGEST + "… (400 bytes)"


def test_containers() -> None:
    def words(text: bytes, read: bool = True, size: int = 0) -> str:
        children = Children(text, 0)
        if read:
            at_once(children.read())
        return container_words(children.is_object, children, size)

    assert words(b"{}") == "{}"
    assert words(b"[ ]") == "[]"
    assert words(b'{"a":1}') == "{…} 1 member"
    assert words(b"[1,2]") == "[…] 2 items"
    assert words(b"[1,2]", read=False, size=54_000_000) == "[…] 54.0 MB"
    assert words(b"{", read=False) == "{…}"
    half = Children(b"[" + b"1," * 20_000 + b"1]", 0)
    next(half.read())
    assert container_words(False, half, 0).endswith(" items so far")
