import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import json_outline
from k2bench.content.json_outline import PieceKind, outline
from k2bench.content.json_scan import FlawError
from tests.content.samples import SPELLINGS, VALUES, spelled


def pieces(data):
    return [piece for piece in outline(data) if piece]


def test_a_small_body_is_one_piece():
    (piece,) = pieces(b' {"a": [1]} ')
    assert (piece.kind, piece.start, piece.end, piece.comma) == (PieceKind.VALUE, 1, 11, False)


@given(VALUES, SPELLINGS, st.integers(4, 200))
def test_pieces_follow_each_other_and_hold_every_token(value, spelling, size):
    data = spelled(value, spelling)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_outline, "PIECE", size)
        patch.setattr(json_outline, "SLOW", size // 2)
        found = pieces(data)
    text, at = b"", 0
    for piece in found:
        assert piece.start >= at
        assert data[at : piece.start].strip() in (b"", b",")
        text += data[piece.start : piece.end] + b"," * piece.comma
        at = piece.end
    assert json.loads(text) == value


@pytest.mark.parametrize(
    "value",
    [
        list(range(200_000)),
        ["a,b" * 3] * 50_000,
        [[1, 2]] * 60_000,
        {f"k{i}": {"a": [{"k": i}]} for i in range(30_000)},
        {f"k{i}": i for i in range(60_000)},
        [{"k": i, "n": {"k": 1}, "m": [{"k": 2}]} for i in range(20_000)],
    ],
    ids=["numbers", "texts", "arrays", "nested members", "members", "rows"],
)
@pytest.mark.parametrize("spelling", [{"separators": (",", ":")}, {"indent": 1}])
def test_large_containers_are_cut_into_large_pieces(value, spelling):
    data = spelled(value, spelling)
    found = pieces(data)
    assert [found[0].kind, found[-1].kind] == [PieceKind.OPEN, PieceKind.CLOSE]
    assert len(found) < len(data) / json_outline.SLOW + 6
    assert max(piece.end - piece.start for piece in found) <= json_outline.PIECE + 40


def test_a_huge_text_is_a_piece_of_its_own():
    data = json.dumps({"a": 1, "b": "x" * 3_000_000, "c": [2]}).encode()
    kinds = [piece.kind for piece in pieces(data)]
    assert kinds == [
        PieceKind.OPEN,
        PieceKind.MEMBERS,
        PieceKind.LONG,
        PieceKind.MEMBERS,
        PieceKind.CLOSE,
    ]


@pytest.mark.parametrize("tail", [b"", b"}", b",", b",5", b"] 7", b"} "])
def test_what_stands_before_a_flaw_is_kept(tail):
    data = b"[" + b",".join(b"%d" % i for i in range(100_000)) + tail
    found = []
    work = outline(data)
    with pytest.raises(FlawError):
        found.extend(work)
    assert len([piece for piece in found if piece]) >= 0


def test_depth_has_an_end():
    data = b"[" * 300_000 + b"]" * 300_000
    with pytest.raises(FlawError, match="too deeply"):
        pieces(data)
