import pytest

from k2bench.core.request import RequestSpec


@pytest.mark.parametrize(("method", "writes"), [("GET", False), ("post", True), ("head", False)])
def test_a_method_that_may_change_something_writes(method: str, writes: bool) -> None:
    assert RequestSpec(method).writes is writes
