from __future__ import annotations

from k2bench.demo.odata import errors


def test_statuses() -> None:
    assert errors.bad_request("x").status == 400
    assert errors.not_found("x").status == 404
    assert errors.not_supported("x").status == 501
    refused = errors.method_not_allowed("PATCH", "GET, PUT")
    assert (refused.status, refused.headers) == (405, {"Allow": "GET, PUT"})
