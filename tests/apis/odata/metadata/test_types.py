from k2bench.apis.odata.metadata.types import (
    Facets,
    KeyRef,
    Operation,
    OperationKind,
    Parameter,
    Property,
    TypeRef,
)


def test_a_type_is_written_as_csdl_does() -> None:
    assert str(TypeRef("Ns.T")) == "Ns.T"
    assert str(TypeRef("Ns.T", collection=True)) == "Collection(Ns.T)"


def test_a_property_is_nullable_unless_it_says_no() -> None:
    assert Property("a", TypeRef("Edm.String")).nullable
    assert not Property("a", TypeRef("Edm.String"), Facets(nullable=False)).nullable


def test_an_alias_stands_in_a_url() -> None:
    assert KeyRef("ID").name == "ID"
    assert KeyRef("Part/Letter", "PartLetter").name == "PartLetter"


def test_only_a_bound_operation_has_a_binding() -> None:
    here, more = Parameter("it", TypeRef("Ns.T")), Parameter("n", TypeRef("Edm.Int32"))
    bound = Operation("Ns.A", OperationKind.ACTION, bound=True, parameters=(here, more))
    assert bound.binding == TypeRef("Ns.T")
    assert bound.inputs == (more,)
    free = Operation("Ns.A", OperationKind.ACTION, parameters=(more,))
    assert free.binding is None
    assert free.inputs == (more,)
    assert Operation("Ns.A", OperationKind.ACTION, bound=True).binding is None
