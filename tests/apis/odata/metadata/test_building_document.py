from k2bench.apis.odata.metadata.document import Include
from tests.apis.odata.metadata.reader import read, sample


def test_schemas_and_references() -> None:
    metadata = read(sample("everything.xml"))
    assert metadata.version == "4.01"
    model, empty = metadata.schemas
    assert (model.namespace, model.alias) == ("library.model", "lib")
    assert model.annotations[0].term == "Org.OData.Core.V1.SchemaVersion"
    assert empty.namespace == "library.empty"
    core, other = metadata.references
    assert core.includes[0] == Include("Org.OData.Core.V1", "Core")
    assert core.annotations
    assert other.includes == ()


def test_older_versions_say_theirs_elsewhere() -> None:
    text = sample("older.xml")
    assert read(text).version == "3.0"
    assert read(text.replace(b'm:MaxDataServiceVersion="3.0"', b"")).version == "1.0"
    assert read(text.replace(b"DataServiceVersion", b"Other")).version == "3.0"


def test_the_conceptual_part_of_a_designer_file_is_read() -> None:
    text = """<edmx:Edmx Version="3.0" xmlns:edmx="http://schemas.microsoft.com/ado/2009/11/edmx">
      <edmx:Runtime>
        <edmx:StorageModels>
          <Schema Namespace="Store" Alias="Self"
                  xmlns="http://schemas.microsoft.com/ado/2009/11/edm/ssdl">
            <EntityType Name="Row"><Property Name="A" Type="int"/></EntityType>
          </Schema>
        </edmx:StorageModels>
        <edmx:ConceptualModels>
          <Schema Namespace="Model" Alias="Self"
                  xmlns="http://schemas.microsoft.com/ado/2009/11/edm">
            <EntityType Name="Row" BaseType="Self.Base"><Property Name="A" Type="Int32"/>
            </EntityType><EntityType Name="Base"/>
          </Schema>
        </edmx:ConceptualModels>
        <edmx:Mappings><Mapping xmlns="http://schemas.microsoft.com/ado/2009/11/mapping/cs"/>
        </edmx:Mappings>
      </edmx:Runtime>
      <Designer xmlns="http://schemas.microsoft.com/ado/2009/11/edmx"><Options/></Designer>
    </edmx:Edmx>"""
    metadata = read(text)
    (schema,) = metadata.schemas
    assert schema.namespace == "Model"
    assert schema.entity_types[0].base == "Model.Base"
    assert schema.entity_types[0].properties[0].type.name == "Edm.Int32"
    assert not metadata.problems
