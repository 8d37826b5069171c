from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.querying.fields import (
    MOST,
    Field,
    Navigation,
    field_at,
    fields,
    navigations,
    target_of,
)
from tests.apis.odata.metadata.reader import read, within
from tests.apis.odata.querying.services import PRODUCT, index

INDEX = index()


def by_path(type_name: str = PRODUCT) -> dict[str, Field]:
    return {each.path: each for each in fields(INDEX, type_name)}


def test_fields_are_those_of_base_types_and_complex_values_too() -> None:
    found = by_path()
    assert list(found)[:6] == ["ID", "Name", "Price", "Active", "Color", "Place"]
    assert found["ID"] == Field("ID", "Edm.Int64", nullable=False)
    assert found["Price"] == Field("Price", "Edm.Decimal")
    assert found["Color"] == Field("Color", "n.Color", members=("Red", "Green"), flags=True)
    assert found["Place"].structured
    assert found["Place/Town"] == Field("Place/Town", "Edm.String")
    assert found["Tags"] == Field("Tags", "Edm.String", collection=True)


def test_only_single_values_are_compared() -> None:
    found = by_path()
    assert [name for name, each in found.items() if not each.comparable and "/" not in name] == [
        *("Place", "Places", "Tags", "Photo")
    ]


def test_complex_values_in_themselves_end() -> None:
    found = by_path()
    assert "Place/Near/Near/Town" in found
    assert "Place/Near/Near/Near/Town" not in found
    assert "Places/Town" not in found


def test_what_is_not_known_has_no_fields() -> None:
    assert fields(INDEX, "n.Nothing") == ()
    assert navigations(INDEX, "n.Nothing") == ()
    assert set(by_path("n.Round")) == {"Own", "Far"}
    assert by_path("n.Round")["Far"].type == "n.Gone"


def test_there_is_a_most() -> None:
    inner = "".join(f'<Property Name="P{n}" Type="n.W"/>' for n in range(40))
    wide = Index(read(within(f'<ComplexType Name="W">{inner}</ComplexType>')))
    assert len(fields(wide, "n.W")) == MOST


def test_navigation_leads_to_other_rows() -> None:
    found = navigations(INDEX, PRODUCT)
    assert found[:3] == (
        Navigation("Supplier", "n.Supplier"),
        Navigation("Items", "n.Item", True),
        Navigation("Place/Keeper", "n.Supplier"),
    )


def test_a_path_leads_somewhere() -> None:
    field = field_at(INDEX, PRODUCT, "Supplier/CompanyName")
    assert field == Field("Supplier/CompanyName", "Edm.String")
    assert field_at(INDEX, PRODUCT, "n.Gadget/Volts") == Field("n.Gadget/Volts", "Edm.Int32")
    assert field_at(INDEX, PRODUCT, "Supplier") is None
    assert field_at(INDEX, PRODUCT, "Gone/Name") is None
    assert target_of(INDEX, PRODUCT, "") == PRODUCT
    assert target_of(INDEX, PRODUCT, "Items/Product") == PRODUCT
    assert target_of(INDEX, PRODUCT, "Supplier/Products/n.Gadget") == "n.Gadget"
    assert target_of(INDEX, PRODUCT, "Price") == "Edm.Decimal"
    assert target_of(INDEX, PRODUCT, "Gone") == ""
