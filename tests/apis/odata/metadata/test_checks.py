from tests.apis.odata.metadata.reader import read, sample, within


def titles(text: str) -> list[str]:
    return [problem.title for problem in read(within(text)).problems]


def test_a_good_document_has_no_problems() -> None:
    assert read(sample("everything.xml")).problems == ()


def test_unknown_types_are_told_once_and_all_is_usable() -> None:
    metadata = read(
        within(
            '<ComplexType Name="C" BaseType="a.Gone"><Property Name="p" Type="a.Lost"/>'
            '<Property Name="q" Type="Collection(a.Lost)"/><Property Name="r"/></ComplexType>'
            '<Action Name="A"><Parameter Name="p" Type="x.Y"/><ReturnType Type="x.Z"/></Action>'
            '<EntityContainer Name="E"><EntitySet Name="S" EntityType="a.Nope"/>'
            '<Singleton Name="T" Type="a.Nope"/></EntityContainer>'
        )
    )
    (problem,) = metadata.problems
    assert problem.title == "6 types are named but not defined"
    assert problem.hint.endswith("n.Lost, (no type, in n.C), n.Gone, ....")
    assert problem.detail.splitlines()[-1] == "n.Nope"
    assert len(metadata.schemas[0].complex_types[0].properties) == 3


def test_types_of_another_document_are_not_missed() -> None:
    text = sample("everything.xml").replace(b'Type="lib.Kilogram"', b'Type="Core.Tag"')
    assert read(text).problems == ()


def test_circles_of_base_types_are_told() -> None:
    text = (
        '<EntityType Name="A" BaseType="a.B"/><EntityType Name="B" BaseType="a.A"/>'
        '<EntityType Name="C" BaseType="a.A"/>'
    )
    (problem,) = read(within(text)).problems
    assert problem.title == "2 types are a base of itself"
    assert "n.A, n.B" in problem.hint


def test_doubles_are_told() -> None:
    assert titles('<ComplexType Name="A"/><EnumType Name="A"/>') == [
        "1 type is defined more than once"
    ]


def test_a_set_whose_rows_have_no_key_is_told() -> None:
    container = '<EntityContainer Name="E"><EntitySet Name="S" EntityType="a.B"/></EntityContainer>'
    key = '<Key><PropertyRef Name="i"/></Key><Property Name="i" Type="Edm.Int32"/>'
    derived = '<EntityType Name="B" BaseType="a.A"/>'
    assert titles(f'<EntityType Name="A"/>{derived}{container}') == ["1 type is without a key"]
    assert titles(f'<EntityType Name="A">{key}</EntityType>{derived}{container}') == []
    assert titles(f'<EntityType Name="B" BaseType="b.Else"/>{container}') == [
        "1 type is named but not defined"
    ]
