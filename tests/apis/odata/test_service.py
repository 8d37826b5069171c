from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.service import Catalogue, Service, services_of
from k2bench.apis.odata.service_document import ServiceEntry
from k2bench.core.environment import Environment
from tests.apis.odata.metadata.reader import read, within

TENANT = Environment("1", "Dev", "https://h.onk2.com/")
NORTHWIND = Environment("2", "N", odata_url="https://services.odata.org/V4/Northwind/")


def test_a_tenant_has_two_services() -> None:
    newer, older = services_of(TENANT)
    assert (newer.name, newer.base, newer.url) == (
        "OData v4",
        "{{odata}}",
        "https://h.onk2.com/api/odatav4/v4",
    )
    assert newer.is_k2
    assert not newer.optional
    assert (older.name, older.base) == ("OData v3", "{{odata_v3}}")
    assert older.is_k2
    assert older.optional


def test_any_other_service_is_one_by_its_address() -> None:
    (service,) = services_of(NORTHWIND)
    assert service == Service("OData", "{{odata}}", "https://services.odata.org/V4/Northwind")
    assert not service.is_k2
    assert services_of(Environment("3", "Nothing")) == ()


def test_what_is_offered_is_known_by_either_document() -> None:
    service = services_of(TENANT)[0]
    index = Index(
        read(
            within(
                '<EntityContainer Name="C"><EntitySet Name="B" EntityType="n.T"/></EntityContainer>'
            )
        )
    )
    entries = (ServiceEntry("A", ""), ServiceEntry("f", "", "FunctionImport"))
    assert Catalogue(service, index, entries).sets == ("A", "B")
    assert Catalogue(service, index).sets == ("B",)
    assert Catalogue(service, None, entries).sets == ("A",)


def test_nothing_to_send_to_is_empty() -> None:
    service = services_of(TENANT)[0]
    nothing = Index(read(within('<EntityContainer Name="C"/>')))
    only = Index(
        read(
            within('<EntityContainer Name="C"><Singleton Name="Me" Type="n.T"/></EntityContainer>')
        )
    )
    assert Catalogue(service).is_empty
    assert Catalogue(service, nothing, ()).is_empty
    assert not Catalogue(service, only).is_empty
    assert not Catalogue(service, None, (ServiceEntry("f", "", "FunctionImport"),)).is_empty
