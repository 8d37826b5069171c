import pytest

from k2bench.apis.odata.keys import KeyPart
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.methods import Method, MethodKind, import_of, methods_of
from k2bench.core.problem import WorkbenchError
from tests.apis.odata.metadata.reader import read, sample, within

TENANT = """
<EntityType Name="EmployeeSample">
  <Key><PropertyRef Name="ID"/></Key>
  <Property Name="ID" Type="Edm.Int64" Nullable="false"/>
  <Property Name="Joblevel" Type="Edm.String"/>
</EntityType>
<Action Name="Promote" IsBound="true">
  <Parameter Name="bindingParameter" Type="Collection(n.EmployeeSample)"/>
  <ReturnType Type="n.EmployeeSample"/>
</Action>
<EntityContainer Name="Container">
  <EntitySet Name="EmployeeSample" EntityType="n.EmployeeSample"/>
</EntityContainer>
"""


def methods(index: Index, entity_set: str) -> dict[str, Method]:
    return {each.name: each for each in methods_of(index, entity_set)}


def test_a_smartobject_has_the_verbs_of_k2() -> None:
    index = Index(read(within(TENANT)))
    found = methods(index, "EmployeeSample")
    assert [(each.name, each.verb) for each in found.values()] == [
        ("List", "GET"),
        ("Read", "GET"),
        ("Create", "POST"),
        ("Update", "PUT"),
        ("Delete", "DELETE"),
        ("Promote", "POST"),
    ]
    key = [KeyPart("ID", "Edm.Int64", "5")]
    assert found["List"].path(index) == "EmployeeSample"
    assert found["Update"].path(index, key) == "EmployeeSample(5)"
    assert [each.name for each in found["Update"].inputs] == ["ID", "Joblevel"]
    assert [each.name for each in found["Delete"].key] == ["ID"]
    assert found["Delete"].inputs == ()
    with pytest.raises(WorkbenchError):
        found["Read"].path(index)


def test_a_named_method_suggests_the_properties_as_inputs() -> None:
    index = Index(read(within(TENANT)))
    promote = methods(index, "EmployeeSample")["Promote"]
    assert promote.kind is MethodKind.EXECUTE
    assert promote.inputs == promote.key == ()
    assert [each.name for each in promote.suggested] == ["ID", "Joblevel"]
    assert promote.path(index) == "EmployeeSample/n.Promote"


def test_an_older_service_lists_and_reads_only() -> None:
    index = Index(read(sample("older.xml")))
    assert [each.name for each in methods_of(index, "Orders")] == ["List", "Read", "Discount"]
    assert methods(index, "Orders")["Discount"].verb == "GET"


def test_what_capabilities_forbid_is_left_out() -> None:
    index = Index(read(sample("everything.xml")))
    found = methods(index, "Books")
    assert "Create" not in found
    assert {"Update", "Delete"} <= found.keys()


def test_functions_take_their_inputs_in_the_path() -> None:
    index = Index(read(sample("everything.xml")))
    similar, for_one = [each for each in methods_of(index, "Books") if each.name == "Similar"]
    path = "Books/library.model.Similar"
    assert similar.path(index, arguments={"most": "5", "other": "x"}) == path + "(most=5)"
    assert similar.path(index, arguments={"most": None}) == path + "(most=null)"
    assert similar.path(index) == path + "()"
    key = [KeyPart("ID", "Edm.Guid", "01234567-89ab-cdef-0123-456789abcdef")]
    assert for_one.path(index, key).startswith("Books(01234567-89ab-")
    assert for_one.path(index, key).endswith("/library.model.Similar()")
    with pytest.raises(WorkbenchError):
        similar.path(index, arguments={"most": "many"})


def test_a_set_without_a_key_has_no_single_rows() -> None:
    index = Index(read(within(TENANT.replace('<PropertyRef Name="ID"/>', ""))))
    assert "Read" not in methods(index, "EmployeeSample")
    assert methods_of(index, "Nothing") == ()


def test_an_import_is_called_at_the_root() -> None:
    text = """
    <Function Name="Near"><Parameter Name="lat" Type="Edm.Double"/></Function>
    <Function Name="Near"><Parameter Name="lat" Type="Edm.Double"/>
      <Parameter Name="on" Type="Edm.Date"/></Function>
    <Action Name="Reset"/>
    <EntityContainer Name="C"><FunctionImport Name="Close By" Function="n.Near"/>
    <ActionImport Name="Reset" Action="n.Reset"/><ActionImport Name="Lost" Action="n.Gone"/>
    </EntityContainer>"""
    index = Index(read(within(text)))
    near = import_of(index, "Close By")
    assert near is not None
    assert [each.name for each in near.inputs] == ["lat", "on"]
    assert near.path(index, (), {"lat": "1.5"}) == "Close%20By(lat=1.5)"
    reset = import_of(index, "Reset")
    assert reset is not None
    assert (reset.verb, reset.path(index)) == ("POST", "Reset")
    lost = import_of(index, "Lost")
    assert lost is not None
    assert lost.path(index) == "Lost"
    assert import_of(index, "Nothing") is None


def test_an_older_function_has_its_arguments_in_the_query() -> None:
    index = Index(read(sample("older.xml")))
    name = next(iter(index.imports))
    method = import_of(index, name)
    assert method is not None
    arguments = {each.name: "5" for each in method.inputs[:1]}
    assert method.path(index, (), arguments).startswith(f"{name}?" if arguments else name)
