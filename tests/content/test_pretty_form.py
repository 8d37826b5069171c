from urllib.parse import parse_qsl, urlencode

from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.pretty_form import PrettyForm
from tests.content.samples import done

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9)


def texts(data):
    lines = done(PrettyForm(data).read())
    return [lines.full_text(i) for i in range(lines.count())]


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=9))
def test_pairs_are_decoded(pairs):
    data = urlencode(pairs).encode()
    assert texts(data) == [f"{name} = {value}" for name, value in parse_qsl(data.decode())]


def test_odd_forms():
    assert texts(b"") == [""]
    assert texts(b"a&b=&=c&%FF=%zz") == ["a", "b = ", " = c", "\ufffd = %zz"]


def test_a_line_stays_one_line_and_is_cut():
    lines = done(PrettyForm(b"a=1%0A2&b=" + b"x" * 9000).read())
    assert lines.text(0) == "a = 1 2"
    assert lines.text(1).endswith("… (9,004 characters)")
    assert lines.width() > 1000


def test_many_pairs_in_steps():
    lines = PrettyForm(b"&".join(b"a=%d" % i for i in range(10_000)))
    assert sum(1 for _ in lines.read()) == 5
    assert lines.text(9999) == "a = 9999"


def test_passages_are_its_lines():
    long = b"c=" + b"x" * 70_000
    lines = done(PrettyForm(b"a=1%0A2&b=%C3%A4&" + long).read())
    passages = list(lines.passages())
    assert [passage.text for passage in passages[:2]] == ["a = 1 2", "b = ä"]
    assert "".join(p.text[p.first : p.last] for p in passages[2:]) == long.decode()
