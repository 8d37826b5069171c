from __future__ import annotations

from k2bench.demo.tenant import GUID, Tenant


def test_origins_follow_from_the_ports() -> None:
    tenant = Tenant.create(api_port=1001, scim_port=1002, elsewhere_port=1003, history_rows=1)
    assert tenant.issuer == f"http://127.0.0.1:1001/{GUID}"
    assert tenant.api_origin == "http://127.0.0.1:1001"
    assert tenant.scim_origin == "http://127.0.0.1:1002"
    assert tenant.elsewhere_origin == "http://127.0.0.1:1003"
    tenant.database.close()


def test_tokens_are_fresh_for_each_tenant() -> None:
    one, other = (Tenant.create(1, 2, 3, history_rows=1) for _ in range(2))
    assert one.control_token != other.control_token
    assert one.scim_token != other.scim_token
    one.database.close()
    other.database.close()
