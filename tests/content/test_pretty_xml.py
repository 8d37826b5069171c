import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content import pretty_xml
from k2bench.content.pretty_xml import PrettyXml
from tests.content.samples import done


def pretty(data):
    return done(PrettyXml(data).read())


def texts(lines):
    return [lines.text(i) for i in range(lines.count())]


def test_a_document_with_everything():
    data = b"""<?xml version="1.0"?>
<!DOCTYPE a [ <!ENTITY e "x"> ]><a b="1"
   c='>'><!-- one
two --><d/><e>text &e;</e><f> <g>  </g>mixed
tail</f><![CDATA[<raw>]]></a>"""
    assert texts(pretty(data)) == [
        '<?xml version="1.0"?>',
        '<!DOCTYPE a [ <!ENTITY e "x"> ]>',
        """<a b="1" c='>'>""",
        "  <!-- one",
        "  two -->",
        "  <d/>",
        "  <e>text &e;</e>",
        "  <f>",
        "    <g> </g>",
        "    mixed",
        "    tail",
        "  </f>",
        "  <![CDATA[<raw>]]>",
        "</a>",
    ]


TREES = st.recursive(
    st.text("ab <&é", max_size=5),
    lambda inner: st.tuples(st.sampled_from("pqr"), st.lists(inner, max_size=3)),
    max_leaves=12,
)


def built(tree, parent):
    if isinstance(tree, str):
        last = parent[-1] if len(parent) else None
        if last is None:
            parent.text = (parent.text or "") + tree
        else:
            last.tail = (last.tail or "") + tree
        return
    child = ET.SubElement(parent, tree[0], {"k": "v>'"})
    for part in tree[1]:
        built(part, child)


@given(st.lists(TREES, max_size=4))
def test_layout_keeps_elements_and_words(trees):
    root = ET.Element("root")
    for tree in trees:
        built(tree, root)
    data = ET.tostring(root, encoding="utf-8")
    lines = pretty(data)
    assert lines.flaw is None
    again = ET.fromstring("\n".join(texts(lines)))
    assert [e.tag for e in again.iter()] == [e.tag for e in root.iter()]
    assert "".join("".join(again.itertext()).split()) == "".join("".join(root.itertext()).split())


def test_entities_are_never_expanded():
    laughs = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;&b;</l>'
    assert texts(pretty(laughs))[-1] == "<l>&b;&b;</l>"


@pytest.mark.parametrize(
    ("data", "reason", "last"),
    [
        (b"<a><b></a>", "“a” closes what “b” opened", "</a>"),
        (b"</a>", "“a” closes what nothing opened", "</a>"),
        (b"<a><!-- never", "is not closed", "<!-- never"),
        (b"<a>1 < 2</a>", "no tag begins", "< 2</a>"),
        (b"<a><b>", "before “b” is closed", "  <b>"),
        (b'<a x="', "no tag begins", '<a x="'),
    ],
)
def test_what_cannot_be_laid_out_is_shown_as_sent(data, reason, last):
    lines = pretty(data)
    assert reason in str(lines.flaw)
    assert texts(lines)[-1] == last


def test_depth_costs_no_recursion_and_no_endless_indent():
    lines = pretty(b"<a>" * 100_000 + b"</a>" * 100_000)
    assert lines.flaw is None
    assert lines.text(99_999) == "  " * 200 + "<a></a>"


def test_a_large_text_is_read_in_steps():
    data = b"<a>" + b"<b>one</b>" * 5000 + b"<![CDATA[" + b"line\n" * 5000 + b"]]></a>"
    lines = PrettyXml(data)
    steps = sum(1 for _ in lines.read())
    assert steps > 20
    assert lines.count() == 2 + 5000 + 5001


def test_long_lines_are_cut_and_can_be_had_whole():
    lines = pretty(b"<a>" + b"x" * 9000 + b"</a>")
    assert lines.text(1).endswith("… (9,002 characters)")
    assert len(lines.full_text(1)) == 9002
    assert lines.width() < 2000


def test_a_text_far_from_its_next_tag(monkeypatch):
    monkeypatch.setattr(pretty_xml, "WIDEST_TAG", 64)
    lines = pretty(b"<a>" + b"x" * 500 + b"</a><!--" + b"y" * 500 + b"-->")
    assert [len(text) for text in texts(lines)] == [3, 502, 4, 507]


def test_a_byte_order_mark_is_left_out_and_width_is_known():
    lines = pretty(b"\xef\xbb\xbf<abc/>")
    assert texts(lines) == ["<abc/>"]
    assert lines.width() == 6


def test_passages_are_its_lines():
    long = b"<a>\n<b>" + b"x" * 70_000 + b"needle</b>\n<c/>\n</a>"
    lines = pretty(long)
    parts = [(p.line, p.text[p.first : p.last]) for p in lines.passages() if p]
    whole = [lines.full_text(line) for line in range(lines.count())]
    long_line = next(line for line, text in enumerate(whole) if "needle" in text)
    assert "".join(text for line, text in parts if line == long_line) == whole[long_line]
    assert parts[0] == (0, "\n".join(whole[:long_line]))
    assert parts[-1] == (long_line + 1, "\n".join(whole[long_line + 1 :]))
    lines = pretty(b"<a><b>1</b><c/></a> x </a>")
    text = "\n".join(passage.text for passage in lines.passages() if passage)
    assert text.split("\n") == texts(lines)
