import pytest

from k2bench.apis.odata.metadata.annotation import Annotation, Expression
from k2bench.apis.odata.metadata.scope import MOST_PROBLEMS, Scope, flag, truth
from k2bench.apis.odata.metadata.types import NO_FACETS, Facets, TypeRef


def scope() -> Scope:
    made = Scope({"Core": "Org.OData.Core.V1"})
    made.enter("library.model", "lib")
    return made


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Edm.String", TypeRef("Edm.String")),
        ("String", TypeRef("Edm.String")),
        ("lib.Book", TypeRef("library.model.Book")),
        ("library.model.Book", TypeRef("library.model.Book")),
        ("Collection( lib.Book )", TypeRef("library.model.Book", collection=True)),
        ("Collection(Edm.Int32)", TypeRef("Edm.Int32", collection=True)),
        ("Book", TypeRef("Book")),
        ("", TypeRef("")),
    ],
)
def test_types_lose_their_alias(written: str, read: TypeRef) -> None:
    assert scope().type_ref(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("lib.Book/Title", "library.model.Book/Title"),
        ("lib.F(lib.Book,Edm.Int32)/n", "library.model.F(library.model.Book,Edm.Int32)/n"),
        ("lib.F()", "library.model.F()"),
        ("lib.F(Collection(lib.Book))", "library.model.F(Collection(library.model.Book))"),
        ("Size/lib.Box", "Size/lib.Box"),
        ("Core.Term", "Org.OData.Core.V1.Term"),
    ],
)
def test_only_the_first_segment_of_a_path_loses_its_alias(written: str, read: str) -> None:
    assert scope().resolve_path(written) == read


def test_names_that_no_alias_explains_are_remembered() -> None:
    made = scope()
    assert made.resolve("later.T") == "later.T"
    assert made.resolve("Edm.Int32") == "Edm.Int32"
    assert made.unresolved == {"later"}


def test_an_alias_may_mean_another_namespace_in_the_next_schema() -> None:
    made = Scope()
    made.enter("one", "Self")
    assert made.type_ref("Self.T").name == "one.T"
    made.enter("two", "Self")
    assert made.type_ref("Self.T").name == "two.T"


def test_equal_facets_are_one_object_and_leave_the_rest() -> None:
    made = scope()
    first, second = {"MaxLength": "5", "sap:label": "x"}, {"MaxLength": "5"}
    assert made.facets(first) is made.facets(second)
    assert first == {"sap:label": "x"}
    assert made.facets({}) is NO_FACETS
    assert made.facets({"Nullable": "false"}) == Facets(nullable=False)
    assert made.facets({"Nullable": "true", "DefaultValue": ""}) == Facets(True, default="")


def test_attributes_that_nobody_took_are_kept_as_annotations() -> None:
    inline = Annotation("t")
    found = scope().annotations({"sap:label": "L"}, [1, inline])
    assert found == (inline, Annotation("sap:label", Expression("String", "L")))


def test_problems_are_kept_within_limits() -> None:
    made = scope()
    for number in range(MOST_PROBLEMS + 5):
        made.note(str(number))
    assert len(made.problems) == MOST_PROBLEMS


def test_truth() -> None:
    assert flag(" TRUE ") is flag("1") is truth("true") is True
    assert flag("no") is False
    assert flag(None, default=True) is True
    assert truth(None) is False
