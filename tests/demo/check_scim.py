"""Runs scim2-tester against a tenant: `python -m tests.demo.check_scim`.

Exit code 1 when a check fails.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import Any

import httpx
from scim2_client import BaseSyncSCIMClient
from scim2_client.client import RawResponse
from scim2_tester import CheckResult, Status, check_server

from tests.demo.running import SCIM_SCOPE, RunningTenant, start_tenant


class HttpxScimClient(BaseSyncSCIMClient):
    """Sends the tester's requests with httpx, for which scim2-client has no engine any more."""

    def __init__(self, http: httpx.Client) -> None:
        super().__init__()
        self._http = http

    def request(self, method: str, url: str, **arguments: Any) -> httpx.Response:
        return self._http.request(method, url.lstrip("/"), **arguments)

    def _stays_under_base_url(self, endpoint: str) -> bool:
        return endpoint.startswith("/")

    def _parse_json(self, response: RawResponse) -> Any:
        return json.loads(response.text)


def check(tenant: RunningTenant) -> list[CheckResult]:
    """All results of scim2-tester."""
    with httpx.Client(
        base_url=tenant.start["scim"], headers=tenant.bearer(scope=SCIM_SCOPE), timeout=30
    ) as http:
        return check_server(HttpxScimClient(http))


def main() -> int:
    """Prints what failed and a count of the rest; returns the exit code."""
    tenant = start_tenant("--rows", "10")
    try:
        results = check(tenant)
    finally:
        tenant.stop()
    counts = Counter(result.status.name for result in results)
    for result in results:
        if result.status not in (Status.SUCCESS, Status.SKIPPED):
            print(f"{result.status.name} {result.title}: {result.reason}")
    print("scim2-tester:", ", ".join(f"{name} {count}" for name, count in counts.items()))
    failed = counts.keys() & {"ERROR", "CRITICAL"}
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
