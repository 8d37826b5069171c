"""A service with one of everything, for tests of what is made of it."""

from k2bench.apis.catalogue import Node
from k2bench.apis.odata.catalogue import root_of
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.service import Catalogue, Service
from k2bench.apis.odata.service_document import ServiceEntry
from tests.apis.odata.metadata.reader import read, within

K2 = Service("OData v4", "{{odata}}", "https://h/api/odatav4/v4")
OTHER = Service("OData", "{{odata}}", "https://services.test/Northwind")
CSDL = """
<EntityType Name="Base" Abstract="true">
  <Key><PropertyRef Name="ID"/></Key>
  <Property Name="ID" Type="Edm.Int64" Nullable="false"/>
</EntityType>
<EntityType Name="Order" BaseType="n.Base">
  <Property Name="Title" Type="Edm.String" Nullable="false" MaxLength="50">
    <Annotation Term="Org.OData.Core.V1.Description" String="What it is about"/>
  </Property>
  <Property Name="Amount" Type="Edm.Decimal" Scale="2"/>
  <Property Name="State" Type="n.State"/>
  <Property Name="Place" Type="n.Place"/>
  <Property Name="Tags" Type="Collection(Edm.String)"/>
  <NavigationProperty Name="Parent" Type="n.Order"/>
</EntityType>
<ComplexType Name="Place"><Property Name="Town" Type="Edm.String"/></ComplexType>
<EnumType Name="State"><Member Name="Open" Value="0"/><Member Name="Shut" Value="1"/></EnumType>
<TypeDefinition Name="Money" UnderlyingType="Edm.Decimal"/>
<Action Name="Approve" IsBound="true">
  <Parameter Name="it" Type="n.Order"/><Parameter Name="why" Type="Edm.String" Nullable="false"/>
</Action>
<Action Name="Sweep" IsBound="true"><Parameter Name="all" Type="Collection(n.Order)"/></Action>
<Action Name="Reset"><Parameter Name="hard" Type="Edm.Boolean"/></Action>
<Function Name="Nearest"><Parameter Name="lat" Type="Edm.Double" Nullable="false"/>
  <ReturnType Type="n.Order"/></Function>
<Function Name="Now"><ReturnType Type="Edm.DateTimeOffset"/></Function>
<EntityContainer Name="C">
  <EntitySet Name="Orders" EntityType="n.Order"/>
  <EntitySet Name="OData_2024" EntityType="n.Order"/>
  <Singleton Name="Me" Type="n.Order"/>
  <ActionImport Name="Reset" Action="n.Reset"/>
  <FunctionImport Name="Nearest" Function="n.Nearest"/>
  <FunctionImport Name="Now" Function="n.Now"/>
</EntityContainer>
"""


def index() -> Index:
    return Index(read(within(CSDL)))


def catalogue(service: Service = K2, *entries: ServiceEntry) -> Catalogue:
    return Catalogue(service, index(), entries or None)


def child(node: Node, *names: str) -> Node:
    """The node below, by its names."""
    for name in names:
        node = next(each for each in node.children() if each.name == name)
    return node


def root(service: Service = K2, *entries: ServiceEntry) -> Node:
    return root_of(catalogue(service, *entries))
