import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import passages
from k2bench.content.passages import line_groups, long_line, window_at

texts = st.text("aä\n😀", max_size=120)


@given(texts, st.integers(6, 20), st.integers(4, 10))
def test_windows_cover_the_text_once(text: str, piece: int, overlap: int) -> None:
    data = text.encode()
    seen, at = "", 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "PIECE", piece)
        patch.setattr(passages, "OVERLAP", overlap)
        while at < len(data):
            window = window_at(data, at, 0, len(data))
            assert window.end > at
            assert window.raw.decode() == window.text
            assert data[window.base :].startswith(window.raw)
            seen += window.text[window.first : window.last]
            at = window.end
    assert seen == text


@given(st.text("aä😀", max_size=120), st.integers(6, 20))
def test_a_long_line_has_its_columns(text: str, piece: int) -> None:
    data, whole = text.encode(), "lead: " + text
    seen = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages, "PIECE", piece)
        patch.setattr(passages, "OVERLAP", 5)
        for passage in long_line(data, 0, len(data), 7, "lead: "):
            assert passage.line == 7
            assert whole[passage.column :].startswith(passage.text)
            seen += passage.text[passage.first : passage.last]
    assert seen == (whole if text else "")


def test_lines_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "GROUP", 2)
    groups = list(line_groups(str, range(5, 10), 20))
    assert [(group.line, group.text) for group in groups] == [(20, "5\n6"), (22, "7\n8"), (24, "9")]
