from __future__ import annotations

from k2bench.demo.faults.catalogue import FAULTS
from k2bench.demo.guide import tenant_guide
from k2bench.demo.login.clients import CLIENTS
from k2bench.demo.odata.smartobjects import CATALOGUE


def test_everything_is_named_and_nothing_is_too_wide() -> None:
    text = tenant_guide()
    for name in [
        *(client.id for client in CLIENTS),
        *(entry.name for entry in CATALOGUE),
        *(fault.key for fault in FAULTS),
    ]:
        assert f"\n  {name} " in text
    assert max(map(len, text.splitlines())) <= 100
