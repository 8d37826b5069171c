from dataclasses import replace

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.service import Catalogue, Service
from k2bench.core.environment import Environment
from k2bench.ui.request.query.surroundings import NOWHERE, surroundings_of
from k2bench.workbench.schemas import Schemas
from tests.ui.request.query.service import BASE

ENVIRONMENT = Environment("e", "E", odata_url=BASE)


def test_what_is_known_of_a_place(products: Index) -> None:
    schemas = Schemas()
    found = surroundings_of(f"{BASE}/Products(1)/Supplier?$top=1", ENVIRONMENT, schemas)
    assert found.place is not None
    assert (found.index, found.type_name) == (None, "")
    schemas.put("e", [Catalogue(Service("S", "{{odata}}", BASE), products)])
    found = surroundings_of(f"{BASE}/Products(1)/Supplier?$top=1", ENVIRONMENT, schemas)
    assert found.index is products
    assert found.type_name == "Shop.Supplier"
    assert surroundings_of(f"{BASE}/Nothing", ENVIRONMENT, schemas).type_name == ""


def test_elsewhere_nothing_is_known() -> None:
    assert surroundings_of("https://other/x", ENVIRONMENT, Schemas()) == NOWHERE
    assert NOWHERE.dialect is Dialect.V4


def test_the_older_service_of_k2_writes_values_its_own_way() -> None:
    old = replace(ENVIRONMENT, tenant_url="https://t.onk2.com", odata_url="")
    found = surroundings_of("https://t.onk2.com/api/odata/v3/Set", old, Schemas())
    assert found.dialect is Dialect.V3
