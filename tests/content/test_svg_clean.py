from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.content.svg_clean import LARGEST, MOST, SvgError, cleaned
from tests.content.samples import done

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def clean(inside: str, before: str = "") -> str:
    return done(cleaned(f"{before}{HEAD}{inside}</svg>".encode())).decode()


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="4" fill="url(#a)"></rect>',
        "<rect fill=\"url( '#a' )\"></rect>",
        '<use xlink:href="#a"></use>',
        '<image href="data:image/png;base64,AA=="></image>',
        "<text>a &lt; b &amp; c</text>",
        "<style>.a{fill:#fff}</style>",
    ],
)
def test_what_stays(inside: str) -> None:
    assert clean(inside) == f"{HEAD}{inside}</svg>"


@pytest.mark.parametrize(
    "inside",
    [
        '<image xlink:href="file:///etc/hostname"/>',
        '<image href="//host/share/a.png"/>',
        '<IMAGE HREF="http://host/a.png"/>',
        '<a href=" data:text/html,x"/>',
        '<rect style="fill:url(http://host/a)"/>',
        "<style>@import 'http://host/a.css';</style>",
        '<style>@font-face{src:URL( "http://host/a")}</style>',
        "<script>http://host/</script>",
        '<foreignObject><img src="http://host/"/></foreignObject>',
        '<rect onclick="http://host/"/>',
        '<filter><feImage href="http://host/"/></filter>',
    ],
)
def test_what_leads_out_is_dropped(inside: str) -> None:
    text = clean(inside)
    assert "url(" not in text.lower()
    assert "@import" not in text.lower()
    assert "href" not in text.lower()
    assert "onclick" not in text
    assert "<script" not in text


def test_instructions_are_dropped() -> None:
    text = clean(
        "<g/>", '<?xml version="1.0"?><?xml-stylesheet href="//host/a.css"?><!DOCTYPE svg>'
    )
    assert text == f"{HEAD}<g></g></svg>"


def test_attributes_that_the_document_type_brings_are_looked_at() -> None:
    kind = '<!DOCTYPE svg [<!ATTLIST image href CDATA "file:///etc/hostname">]>'
    assert "hostname" not in clean("<image/>", kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"<svg>", "not well-formed"),
        (b"<svg><g></svg>", "line 1"),
        (b"", "not well-formed"),
        (b"\xff\xfe<", "not well-formed"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "entities"),
        (b"<svg>" + b"<g>" * 300 + b"</g>" * 300 + b"</svg>", "nested too deeply"),
        (b"<svg>" + b"<g/>" * (MOST + 1) + b"</svg>", "elements"),
        (b'<svg><g id="a"><use href="#a"/></g></svg>', "within that part"),
        (b" " * (LARGEST + 1), "larger than"),
    ],
)
def test_what_is_refused(text: bytes, words: str) -> None:
    with pytest.raises(SvgError, match=words):
        done(cleaned(text))


def test_what_uses_itself_often_is_refused() -> None:
    groups = '<g id="g0"><rect/></g>' + "".join(
        f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 30)
    )
    with pytest.raises(SvgError, match="elements"):
        clean(groups)


@given(st.binary(max_size=200))
def test_nothing_else_is_raised(text: bytes) -> None:
    for body in (text, b"<svg>" + text):
        with suppress(SvgError):
            done(cleaned(body))
