"""A service with what a query page has to cope with."""

from k2bench.apis.odata.metadata.index import Index
from tests.apis.odata.metadata.reader import read, within

CSDL = """
<EntityType Name="Thing"><Key><PropertyRef Name="ID"/></Key>
  <Property Name="ID" Type="Edm.Int64" Nullable="false"/></EntityType>
<EntityType Name="Product" BaseType="n.Thing">
  <Property Name="Name" Type="Edm.String" Nullable="false"/>
  <Property Name="Price" Type="n.Money"/>
  <Property Name="Active" Type="Edm.Boolean"/>
  <Property Name="Color" Type="n.Color"/>
  <Property Name="Place" Type="n.Place"/>
  <Property Name="Places" Type="Collection(n.Place)"/>
  <Property Name="Tags" Type="Collection(Edm.String)"/>
  <Property Name="Photo" Type="Edm.Stream"/>
  <NavigationProperty Name="Supplier" Type="n.Supplier"/>
  <NavigationProperty Name="Items" Type="Collection(n.Item)"/>
</EntityType>
<EntityType Name="Gadget" BaseType="n.Product">
  <Property Name="Volts" Type="Edm.Int32"/></EntityType>
<EntityType Name="Supplier" BaseType="n.Thing">
  <Property Name="CompanyName" Type="Edm.String"/>
  <Property Name="Since" Type="Edm.Date"/>
  <NavigationProperty Name="Products" Type="Collection(n.Product)"/>
</EntityType>
<EntityType Name="Item" BaseType="n.Thing">
  <Property Name="Amount" Type="Edm.Decimal"/>
  <NavigationProperty Name="Product" Type="n.Product"/>
</EntityType>
<ComplexType Name="Place">
  <Property Name="Town" Type="Edm.String"/><Property Name="Near" Type="n.Place"/>
  <NavigationProperty Name="Keeper" Type="n.Supplier"/>
</ComplexType>
<EntityType Name="Round" BaseType="n.Circle"><Property Name="Own" Type="Edm.Int32"/></EntityType>
<EntityType Name="Circle" BaseType="n.Round"><Property Name="Far" Type="n.Gone"/></EntityType>
<EnumType Name="Color" IsFlags="true">
  <Member Name="Red" Value="1"/><Member Name="Green" Value="2"/></EnumType>
<TypeDefinition Name="Money" UnderlyingType="Edm.Decimal"/>
<EntityContainer Name="C">
  <EntitySet Name="Products" EntityType="n.Product"/>
  <EntitySet Name="Items" EntityType="n.Item"/>
</EntityContainer>
"""
PRODUCT = "n.Product"


def index() -> Index:
    return Index(read(within(CSDL)))
