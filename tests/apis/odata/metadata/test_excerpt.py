import pytest

from k2bench.apis.odata.metadata.excerpt import excerpt
from tests.apis.odata.metadata.reader import within

TEXT = within(
    '<EntityType Name="Order"><Key><PropertyRef Name="ID"/></Key>'
    '<Property Name="ID" Type="Edm.Int64"/>'
    '<Property Name="Order" Type="Edm.String"><Annotation Term="t" String="a > b"/></Property>'
    "</EntityType>"
    '<ComplexType Name="Größe" OpenType="true" />'
    "<ComplexType Name='Tom&amp;Co'/>"
    '<EntityContainer Name="C"><EntitySet Name="Order" EntityType="n.Order"/></EntityContainer>'
)


def text(tag: str, name: str, data: bytes = TEXT) -> str:
    return excerpt(data, tag, name).decode()


def test_an_element_is_found_with_all_that_is_in_it() -> None:
    found = text("EntityType", "n.Order")
    assert found.startswith('<EntityType Name="Order">')
    assert found.endswith("</Property></EntityType>")


def test_the_tag_tells_things_of_one_name_apart() -> None:
    assert text("EntitySet", "Order") == '<EntitySet Name="Order" EntityType="n.Order"/>'
    assert text("EntityContainer", "").startswith('<EntityContainer Name="C">')
    assert text("ComplexType", "n.Größe") == '<ComplexType Name="Größe" OpenType="true" />'
    assert text("ComplexType", "n.Tom&Co") == "<ComplexType Name='Tom&amp;Co'/>"


def test_the_namespace_is_looked_into() -> None:
    one = '<Schema Namespace="{}" xmlns="x"><EntityType Name="T" Abstract="{}"/></Schema>'
    data = (one.format("a", "true") + one.format("b", "false")).encode()
    assert 'Abstract="false"' in text("EntityType", "b.T", data)
    assert 'Abstract="true"' in text("EntityType", "a.T", data)


def test_prefixes_and_wide_codings_are_no_hindrance() -> None:
    data = '<e:Schema Namespace="a"><e:EnumType Name="E"><e:Member Name="x"/></e:EnumType>'
    assert text("EnumType", "a.E", data.encode()).endswith("</e:EnumType>")
    assert text("EnumType", "a.E", data.encode("utf-16")).startswith("<e:EnumType")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'<EntityType Name="Order"',
        b'<EntityType Name="Order" x="',
        b'Name="Order"',
        b'< Name="Order">',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_broken_is_no_mistake(data: bytes) -> None:
    assert isinstance(excerpt(data, "EntityType", "n.Order"), bytes)


def test_what_is_not_there_is_empty() -> None:
    assert excerpt(TEXT, "EntityType", "n.Orders") == b""
