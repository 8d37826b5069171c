"""How long the tenant takes to be ready is measured in check_speed.py, not here."""

from __future__ import annotations

import httpx

from tests.demo.running import RunningTenant


def test_it_accepts_connections_once_the_line_is_out(tenant: RunningTenant) -> None:
    assert tenant.http.get(tenant.start["login"]).status_code == 404


def test_it_does_not_name_its_software(tenant: RunningTenant) -> None:
    assert "server" not in tenant.http.get(tenant.start["odata"]).headers


def test_connections_are_kept_alive(tenant: RunningTenant) -> None:
    with httpx.Client() as client:
        ports = set()
        for _ in range(3):
            answer = client.get(tenant.start["odata"])
            stream = answer.extensions["network_stream"]
            ports.add(stream.get_extra_info("client_addr")[1])
    assert len(ports) == 1
