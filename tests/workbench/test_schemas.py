from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.service import Catalogue, services_of
from k2bench.core.environment import Environment
from k2bench.workbench.schemas import MOST, Schemas
from tests.apis.odata.metadata.reader import read, within

DEV = Environment("1", "Dev", "https://h")
V4, V3 = services_of(DEV)


def index() -> Index:
    return Index(read(within('<EntityContainer Name="C"/>')))


def test_the_metadata_is_found_by_a_url_of_its_service() -> None:
    schemas, newer, older = Schemas(), index(), index()
    schemas.put("1", (Catalogue(V4, newer), Catalogue(V3, older)))
    assert schemas.find(DEV, "https://h/api/odatav4/v4/Orders?$top=1") is newer
    assert schemas.find(DEV, "https://H/API/odatav4/v4") is newer
    assert schemas.find(DEV, "https://h/api/odata/v3/Orders(5)") is older
    assert schemas.find(DEV, "https://h/api/workflow/v1/tasks") is None
    assert schemas.find(Environment("2", "Other", "https://h"), "https://h/api/odata/v3") is None


def test_a_service_without_metadata_has_none() -> None:
    schemas = Schemas()
    schemas.put("1", (Catalogue(V4),))
    assert schemas.find(DEV, "https://h/api/odatav4/v4/Orders") is None


def test_only_the_last_ones_are_kept() -> None:
    schemas = Schemas()
    for number in range(MOST + 2):
        schemas.put(str(number), (Catalogue(V4),))
    assert schemas.of("0") == schemas.of("1") == ()
    assert schemas.of("2") == schemas.of(str(MOST + 1)) == (Catalogue(V4),)
    schemas.forget("2")
    assert schemas.of("2") == ()
