import pytest

from k2bench.apis.odata.metadata import elements
from k2bench.apis.odata.metadata.elements import Elements
from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.metadata.scope import Scope
from tests.apis.odata.metadata.reader import read, within

EDM = "{http://docs.oasis-open.org/odata/ns/edm}"


def test_events_become_a_schema_without_any_parser() -> None:
    scope = Scope()
    heard = Elements(scope)
    heard.start(EDM + "Schema", {"Namespace": "n"})
    heard.start(EDM + "ComplexType", {"Name": "C"})
    heard.start(EDM + "Property", {"Name": "p", "Type": "n.C", "{u}x": "1"})
    for name in ("Property", "ComplexType", "Schema"):
        heard.end(EDM + name)
    (schema,) = scope.schemas
    assert schema.complex_types[0].name == "n.C"
    assert schema.complex_types[0].properties[0].annotations[0].term == "{u}x"


def test_foreign_elements_and_what_they_hold_are_passed_over() -> None:
    text = (
        '<x:more xmlns:x="u"><ComplexType Name="no"/></x:more>'
        '<ComplexType Name="C"><x:y xmlns:x="u"/><y xmlns=""/><Unknown>text</Unknown></ComplexType>'
    )
    (complex_type,) = read(within(text)).schemas[0].complex_types
    assert complex_type.name == "n.C"
    assert complex_type.annotations == ()


@pytest.mark.parametrize(
    ("namespace", "words"),
    [("https://typo.test/edm", "the namespace “https://typo.test/edm”"), ("", "no namespace")],
)
def test_a_wrong_namespace_is_told_and_read_all_the_same(namespace: str, words: str) -> None:
    text = within('<ComplexType Name="C"/>').decode()
    text = text.replace('http://docs.oasis-open.org/odata/ns/edm"', f'{namespace}"')
    metadata = read(text.replace('xmlns:edmx="' + namespace + '"', 'xmlns:edmx="urn:x"'))
    assert metadata.schemas[0].complex_types[0].name == "n.C"
    assert any(words in problem.title for problem in metadata.problems)


def test_another_root_is_refused() -> None:
    with pytest.raises(MetadataError, match="outermost element is feed"):
        Elements(Scope()).start("{http://www.w3.org/2005/Atom}feed", {})


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elements, "MOST", 10)
    with pytest.raises(MetadataError, match="more than a million parts"):
        read(within("<a/>" * 10))


def test_a_document_type_is_refused_here_too() -> None:
    with pytest.raises(MetadataError, match="document type"):
        Elements(Scope()).doctype("x", None, None)
