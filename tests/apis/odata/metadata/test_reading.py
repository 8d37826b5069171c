import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.metadata.reading import read_metadata
from k2bench.content.data import Progress
from tests.apis.odata.metadata.reader import counted_by_xpath, counts, read, sample, within
from tests.bench import schemas

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE Edmx [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {after} "{("&" + before + ";") * 10}">'
        for before, after in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]><Edmx>&j;</Edmx>"
)


@pytest.mark.parametrize("name", ["everything.xml"])
def test_a_second_reader_counts_the_same(name: str) -> None:
    assert counts(read(sample(name))) == counted_by_xpath(sample(name))


def test_a_second_reader_counts_the_same_in_a_large_service() -> None:
    data = schemas.document(12)
    metadata = read(data)
    assert counts(metadata) == counted_by_xpath(data)
    assert not metadata.problems


def test_progress_ends_at_the_whole() -> None:
    data = schemas.document(2)
    told = list(read_metadata(data))
    assert told[0] == Progress(0, len(data))
    assert told[-1] == Progress(len(data), len(data))


def test_an_alias_of_a_later_schema_is_understood() -> None:
    edm = 'xmlns="http://docs.oasis-open.org/odata/ns/edm"'
    text = (
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">'
        f'<edmx:DataServices><Schema Namespace="one" {edm}>'
        '<ComplexType Name="A" BaseType="late.B"/></Schema>'
        f'<Schema Namespace="two" Alias="late" {edm}><ComplexType Name="B"/></Schema>'
        "</edmx:DataServices></edmx:Edmx>"
    )
    metadata = read(text)
    assert metadata.schemas[0].complex_types[0].base == "two.B"
    assert not metadata.problems
    assert [schema.namespace for schema in metadata.schemas] == ["one", "two"]


@pytest.mark.parametrize("coding", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_every_coding_is_read(coding: str) -> None:
    text = within('<ComplexType Name="Größe_名"/>').decode()
    declared = f'<?xml version="1.0" encoding="{"utf-8" if "8" in coding else "utf-16"}"?>{text}'
    assert read(declared.encode(coding)).schemas[0].complex_types[0].name == "n.Größe_名"


def test_a_coding_of_one_byte_is_read() -> None:
    text = (
        '<?xml version="1.0" encoding="iso-8859-1"?>' + within('<ComplexType Name="ü"/>').decode()
    )
    assert read(text.encode("latin-1")).schemas[0].complex_types[0].name == "n.ü"


def test_entities_are_refused_before_they_grow() -> None:
    for data in (BOMB.encode(), BOMB.replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")):
        with pytest.raises(MetadataError, match="document type"):
            read(data)
    hidden = (
        '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY b "c"+AD4AXQA+'
    )
    with pytest.raises(MetadataError):
        read(hidden + "<a>&b;</a>")


@pytest.mark.parametrize(
    "data",
    [
        b"<edmx:Edmx>",
        b"<a><b>" * 50_000,
        b"<Edmx " + b" ".join(b'a%d="x"' % number for number in range(100_000)) + b"/>",
        b"<Edmx a='" + b"x" * 1_000_000,
        b"<Edmx><Schema Namespace='n'>\x00</Schema></Edmx>",
        b"<Edmx><Schema Namespace='\xff\xfe'/></Edmx>",
        b"<Edmx/>",
        b"<Edmx></Edmx><Edmx/>",
        b"<Edmx/>\x00\xff",
    ],
)
def test_hostile_documents_end_in_words(data: bytes) -> None:
    with pytest.raises(MetadataError) as caught:
        read(data)
    assert len(caught.value.problem.hint) < 500


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ("<service xmlns='x'/>", "This is a service document, not metadata"),
        ("<m:error xmlns:m='m'/>", "The server sent an error instead of metadata"),
        ("<Edmx/>", "The metadata has no schema"),
        ("<feed/>", "What came is XML, but not metadata"),
    ],
)
def test_other_documents_are_called_by_their_name(data: str, title: str) -> None:
    with pytest.raises(MetadataError) as caught:
        read(data)
    assert caught.value.problem.title == title


def test_attributes_may_be_missing_everywhere() -> None:
    tags = (
        "EntityType ComplexType EnumType TypeDefinition Term Action Function EntityContainer "
        "Annotations Association Using Annotation Property NavigationProperty EntitySet Key"
    )
    text = "".join(f"<{tag}/>" for tag in tags.split())
    inside = "".join(f"<{tag}/>" for tag in ("Property", "NavigationProperty", "Key", "Member"))
    inside += "<Parameter/><ReturnType/><EntitySet/><Singleton/><FunctionImport/><ActionImport/>"
    metadata = read(within(f"{text}<EntityType>{inside}</EntityType>"))
    assert len(metadata.schemas[0].entity_types) == 2


@given(st.data())
def test_any_damage_ends_in_metadata_or_words(data: st.DataObject) -> None:
    whole = sample("older.xml") if data.draw(st.booleans()) else sample("everything.xml")
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    try:
        read(damaged)
    except MetadataError as error:
        assert error.problem.title  # noqa: PT017 - both endings are right
