from __future__ import annotations

from tests.demo.running import RunningTenant

KEYS = {
    "login", "token_url", "odata", "odata_v3", "workflow", "scim", "scim_token", "control",
    "control_token", "clients",
}  # fmt: skip


def test_start_line_has_exactly_the_agreed_keys(tenant: RunningTenant) -> None:
    assert set(tenant.start) == KEYS
    assert all(set(c) == {"id", "secret", "scopes", "shows"} for c in tenant.start["clients"])


def test_first_client_is_the_everyday_one(tenant: RunningTenant) -> None:
    first = tenant.start["clients"][0]
    assert first["id"] == "idt.cc.demo-consultant"
    assert first["scopes"] == ["https://api.k2.com/", "https://scim.onk2.com/write"]


def test_secrets_of_paths_and_control_are_random(tenant: RunningTenant) -> None:
    assert len(tenant.start["scim_token"]) >= 32
    assert len(tenant.start["control_token"]) >= 32
    assert tenant.start["scim"].endswith(f"/tokens/{tenant.start['scim_token']}/scim/v2")
