"""Makes large `$metadata` documents for the benchmarks: the same bytes on every machine.

Their mix is that of a large public service: types with inheritance, containment and enumerations,
bound operations with overloads, an annotation on most things, capabilities as nested records.
"""

from __future__ import annotations

from collections.abc import Iterator

BLOCKS = 228  # about 3.4 MB and 2,280 types
LARGE_BLOCKS = 670  # about 10 MB
NAMESPACE = "contoso.api"

HEAD = f"""\
<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:Reference Uri="https://demo.test/vocabularies/Org.OData.Core.V1.xml">
    <edmx:Include Namespace="Org.OData.Core.V1" Alias="Core" />
  </edmx:Reference>
  <edmx:DataServices>
    <Schema Namespace="{NAMESPACE}" Alias="api" xmlns="http://docs.oasis-open.org/odata/ns/edm">
"""
TAIL = """\
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
"""
_TYPES = (
    "Edm.String",
    "Edm.Int32",
    "Edm.DateTimeOffset",
    "Edm.Boolean",
    "Collection(Edm.String)",
    "Edm.Guid",
    "Edm.Decimal",
    "Edm.Date",
)
_RESTRICTIONS = ("Insert", "Update", "Delete")


def document(blocks: int = BLOCKS) -> bytes:
    """The whole document; a block has ten types, their operations, sets and annotations."""
    container = "".join(_sets(number) for number in range(blocks))
    parts = [HEAD, *(_block(number) for number in range(blocks))]
    parts.append(f'      <EntityContainer Name="Service">\n{container}      </EntityContainer>\n')
    parts += [_external(number) for number in range(blocks)]
    return "".join([*parts, TAIL]).encode()


def _block(number: int) -> str:
    enums = "".join(_enum(number, which) for which in range(2))
    complexes = "".join(_complex(number, which) for which in range(3))
    entities = "".join(_entity(number, which) for which in range(5))
    return enums + complexes + entities + _operations(number)


def _enum(number: int, which: int) -> str:
    members = "".join(
        f'        <Member Name="state{value}" Value="{value}" />\n' for value in range(5)
    )
    return f'      <EnumType Name="enum{number}_{which}">\n{members}      </EnumType>\n'


def _complex(number: int, which: int) -> str:
    base = f' BaseType="api.complex{number}_{which - 1}"' if which else ' OpenType="true"'
    return (
        f'      <ComplexType Name="complex{number}_{which}"{base}>\n'
        f"{_properties(number + which, 6)}      </ComplexType>\n"
    )


def _entity(number: int, which: int) -> str:
    base = f' BaseType="api.entity{number}_{which - 1}"' if which else ' HasStream="true"'
    key = (
        ""
        if which
        else (
            '        <Key>\n          <PropertyRef Name="id" />\n        </Key>\n'
            '        <Property Name="id" Type="Edm.String" Nullable="false" />\n'
        )
    )
    return (
        f'      <EntityType Name="entity{number}_{which}"{base}>\n{key}'
        f"{_properties(number + which, 8)}"
        f'        <Property Name="state{which}" Type="api.enum{number}_0" />\n'
        f'        <NavigationProperty Name="parent{which}" Type="api.entity{number}_0">\n'
        f'          <ReferentialConstraint Property="name0" ReferencedProperty="id" />\n'
        f"        </NavigationProperty>\n"
        f'        <NavigationProperty Name="children{which}"'
        f' Type="Collection(api.entity{number}_{which})" ContainsTarget="true" />\n'
        f"      </EntityType>\n"
    )


def _properties(seed: int, count: int) -> str:
    return "".join(_property(seed, at) for at in range(count))


def _property(seed: int, at: int) -> str:
    kind = _TYPES[(seed + at) % len(_TYPES)]
    nullable = ' Nullable="false"' if at % 3 == 0 else ""
    line = f'        <Property Name="name{at}" Type="{kind}"{nullable}'
    if at % 4:
        return f"{line} />\n"
    text = f"What the property number {at} of this type is for, in one short sentence."
    return (
        f"{line}>\n"
        f'          <Annotation Term="Core.Description" String="{text}" />\n'
        f"        </Property>\n"
    )


def _operations(number: int) -> str:
    target = f"api.entity{number}_0"
    return "".join(
        f'      <{kind} Name="{kind.lower()}{number}" IsBound="true">\n'
        f'        <Parameter Name="bindingParameter" Type="{bound}" />\n'
        f'        <Parameter Name="comment" Type="Edm.String" Unicode="false" />\n'
        f'        <ReturnType Type="{target}" />\n'
        f"      </{kind}>\n"
        for kind in ("Action", "Function")
        for bound in (target, f"Collection({target})")
    )


def _sets(number: int) -> str:
    bindings = "".join(
        f'          <NavigationPropertyBinding Path="parent{which}" Target="set{number}" />\n'
        for which in range(4)
    )
    return (
        f'        <EntitySet Name="set{number}" EntityType="{NAMESPACE}.entity{number}_0">\n'
        f"{bindings}        </EntitySet>\n"
        f'        <Singleton Name="one{number}" Type="{NAMESPACE}.entity{number}_1" />\n'
    )


def _external(number: int) -> str:
    records = "".join(_restriction(kind) for kind in _RESTRICTIONS)
    return (
        f'      <Annotations Target="{NAMESPACE}.Service/set{number}">\n'
        f"{records}      </Annotations>\n"
    ) + "".join(
        f'      <Annotations Target="{NAMESPACE}.entity{number}_{which}/name{at}">\n'
        f'        <Annotation Term="Core.LongDescription"'
        f' String="A longer text about the property, which lists what it may hold and why." />\n'
        f"      </Annotations>\n"
        for which in range(5)
        for at in range(3)
    )


def _restriction(kind: str) -> str:
    return (
        f'        <Annotation Term="Org.OData.Capabilities.V1.{kind}Restrictions">\n'
        f"          <Record>\n"
        f'            <PropertyValue Property="{kind}able" Bool="true" />\n'
        f'            <PropertyValue Property="Non{kind}ableProperties">\n'
        f"              <Collection>\n"
        f"                <PropertyPath>name1</PropertyPath>\n"
        f"                <PropertyPath>name2</PropertyPath>\n"
        f"              </Collection>\n"
        f"            </PropertyValue>\n"
        f"          </Record>\n"
        f"        </Annotation>\n"
    )


def counts(blocks: int) -> Iterator[tuple[str, int]]:
    """How many of each kind such a document has."""
    yield from (("EntityType", 5 * blocks), ("ComplexType", 3 * blocks), ("EnumType", 2 * blocks))
    yield from (("EntitySet", blocks), ("Singleton", blocks), ("Action", 2 * blocks))
