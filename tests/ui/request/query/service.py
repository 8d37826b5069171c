"""A small OData service with a property of each kind, for tests of the page."""

from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.metadata.reading import read_metadata

BASE = "https://shop.example/odata"
CSDL = b"""<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
<edmx:DataServices><Schema Namespace="Shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="Colour"><Member Name="Red" Value="0"/><Member Name="Green" Value="1"/></EnumType>
<EntityType Name="Product"><Key><PropertyRef Name="ID"/></Key>
<Property Name="ID" Type="Edm.Int64" Nullable="false"/>
<Property Name="Name" Type="Edm.String"/>
<Property Name="Price" Type="Edm.Decimal"/>
<Property Name="Made" Type="Edm.Date"/>
<Property Name="Active" Type="Edm.Boolean"/>
<Property Name="Colour" Type="Shop.Colour"/>
<NavigationProperty Name="Supplier" Type="Shop.Supplier"/>
<NavigationProperty Name="Parts" Type="Collection(Shop.Part)"/></EntityType>
<EntityType Name="Supplier"><Key><PropertyRef Name="Code"/></Key>
<Property Name="Code" Type="Edm.String" Nullable="false"/>
<Property Name="City" Type="Edm.String"/></EntityType>
<EntityType Name="Part"><Key><PropertyRef Name="No"/></Key>
<Property Name="No" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityContainer Name="All"><EntitySet Name="Products" EntityType="Shop.Product"/>
<EntitySet Name="Suppliers" EntityType="Shop.Supplier"/>
<EntitySet Name="Parts" EntityType="Shop.Part"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>"""


def index() -> Index:
    """Its metadata."""
    steps = read_metadata(CSDL)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return Index(end.value)
