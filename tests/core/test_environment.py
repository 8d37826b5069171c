from dataclasses import replace

import pytest

from k2bench.core.environment import Environment, SecretKind, Variable, WritePolicy
from k2bench.core.url import Origin

DEV = Environment("1", "Dev", "https://contoso.onk2.com/")


def test_names_come_by_themselves_and_own_ones_join_or_replace_them() -> None:
    own = (Variable("dept", "12"), Variable("workflow", "x"), Variable("key", secret=True))
    assert replace(DEV, variables=own).values() == {
        "host": "https://contoso.onk2.com",
        "odata": "https://contoso.onk2.com/api/odatav4/v4",
        "odata_v3": "https://contoso.onk2.com/api/odata/v3",
        "workflow": "x",
        "dept": "12",
    }
    assert Environment("2", "New").values() == {}


def test_another_odata_service_has_its_own_base() -> None:
    northwind = replace(DEV, odata_url="https://services.example/V4/Northwind.svc/")
    assert northwind.values()["odata"] == "https://services.example/V4/Northwind.svc"
    only = Environment("2", "N", odata_url="https://services.example/N.svc")
    assert only.values() == {"odata": "https://services.example/N.svc"}
    assert Origin("https", "services.example", 443) in only.origins()


def test_secret_names() -> None:
    own = replace(DEV, variables=(Variable("key", secret=True), Variable("open", "1")))
    assert own.secret_names() == {"scim": SecretKind.SCIM_TOKEN, "key": "variable/key"}
    assert own.secret_kinds() == (*SecretKind, "variable/key")
    assert DEV.scim_base("abc") == "https://scim.onk2.com/tokens/abc/scim/v2"


def test_a_token_goes_to_its_own_origins_with_the_scope_of_each() -> None:
    tenant, scim = Origin("https", "contoso.onk2.com", 443), Origin("https", "scim.onk2.com", 443)
    assert DEV.origins() == {tenant, scim}
    assert DEV.scope_for(tenant) == "https://api.k2.com/"
    assert DEV.scope_for(scim) == "https://scim.onk2.com/write"
    assert DEV.scope_for(Origin("http", "contoso.onk2.com", 80)) is None
    assert replace(DEV, tenant_url="half typed").origins() == {scim}


@pytest.mark.parametrize(
    ("production", "policy", "holds"),
    [
        (False, WritePolicy.FREE, WritePolicy.FREE),
        (True, WritePolicy.FREE, WritePolicy.ASK),
        (True, WritePolicy.FORBIDDEN, WritePolicy.FORBIDDEN),
        (True, WritePolicy.ASK, WritePolicy.ASK),
    ],
)
def test_production_is_never_free(
    production: bool, policy: WritePolicy, holds: WritePolicy
) -> None:
    assert replace(DEV, production=production, write_policy=policy).writes is holds
    assert DEV.write_policy is WritePolicy.ASK
