import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import tree_search
from k2bench.content.passages import PIECE
from k2bench.content.tree_search import TreeSearch
from k2bench.content.wanted import Wanted
from tests.content.samples import done

BODY = b'{"Na\\u006de":"M\\u00fcller","n":[1.50,true,null,"x\\ny"],"M\xc3\xbcll":{"a b":"a,b: {c"}}'


def found(data: bytes, text: str, **how: bool) -> list[bytes]:
    search = TreeSearch(Wanted(text, **how), data)
    end = done(search.run())
    assert end.hits == len(search.hits)
    return [data[slice(*search.hits[at])] for at in range(len(search.hits))]


def test_keys_and_values_as_they_are_shown():
    assert found(BODY, "müll") == [b'"M\\u00fcller"', '"Müll"'.encode()]
    assert found(BODY, "Müller", match_case=True) == [b'"M\\u00fcller"']
    assert found(BODY, "name") == [b'"Na\\u006de"']
    assert found(BODY, "1.5") == [b"1.50"]
    assert found(BODY, "null") == [b"null"]
    assert found(BODY, "x y") == [b'"x\\ny"']
    assert found(BODY, "a,b: {") == [b'"a,b: {c"']
    assert found(BODY, "^n$", regular=True) == [b'"n"']
    assert found(BODY, "u00") == []
    assert found(BODY, ',"') == []


def test_each_once_however_often_it_matches():
    assert found(b'["aaaa","a"]', "a") == [b'"aaaa"', b'"a"']


@pytest.mark.parametrize(
    "text", [b"", b"\xef\xbb\xbf", b"   ", b"[", b'"', b"\xff\xfe", b'["a', b"[1,"]
)
def test_what_is_no_json_raises_nothing(text):
    assert found(text, "nothing of this") == []


def test_a_text_without_an_end_is_searched_too():
    assert found(b'{"a":"needle', "needle") == [b'"needle']


def test_long_values():
    long = b'"' + b"x" * PIECE + b"\\u006eeedle" + b"y" * PIECE + b'"'
    body = b'{"a":' + long + b',"b":"needle"}'
    assert found(body, "needle") == [long, b'"needle"']
    assert found(b"[" + b"1" * (3 * PIECE) + b"]", "2") == []


def test_line_ends_within_a_text_count_for_nothing():
    assert found(b'["a\nb","c"]', "c") == [b'"c"']


def test_not_more_than_are_kept(monkeypatch):
    monkeypatch.setattr(tree_search, "MOST", 3)
    search = TreeSearch(Wanted("a"), b'["a","a","a","a"]')
    end = done(search.run())
    assert (end.hits, end.more, len(search.hits)) == (3, True, 3)


TEXTS = st.text(max_size=8).filter(lambda text: text.encode("utf-8", "ignore").decode() == text)
VALUES = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
    max_leaves=20,
)


def leaves(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value if isinstance(value, str) else json.dumps(value)


@given(VALUES, st.sampled_from('aeé0"\\, n') | TEXTS.filter(bool), st.booleans(), st.booleans())
def test_it_finds_what_a_parser_finds(value, text, ascii_only, spaced):
    data = json.dumps(value, ensure_ascii=ascii_only, indent=2 if spaced else None).encode()
    wanted = [leaf for leaf in leaves(value) if text in leaf.replace("\n", " ")]
    hits = [json.loads(hit) for hit in found(data, text, match_case=True)]
    assert [hit if isinstance(hit, str) else json.dumps(hit) for hit in hits] == wanted


@given(st.lists(TEXTS), st.integers(1, 40))
def test_pieces_of_any_size_find_the_same(texts, size):
    data = json.dumps(texts).encode()
    whole = found(data, "a")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree_search, "PIECE", size)
        assert found(data, "a") == whole
