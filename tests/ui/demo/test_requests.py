from k2bench.core.variables import names_in
from k2bench.ui.demo.requests import FIRST, OF_EACH_API, READY


def test_there_is_a_ready_request_for_each_api() -> None:
    used = {name for spec in READY for name in names_in(spec.url)}
    assert used == {"odata", "odata_v3", "workflow", "scim"}
    each = [names_in(spec.url)[0] for spec in OF_EACH_API]
    assert sorted(each) == ["odata", "odata_v3", "scim", "workflow"]
    assert FIRST in READY
    assert all(spec.name for spec in READY)
