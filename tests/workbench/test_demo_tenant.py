import json

import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.workbench.demo_tenant import DemoTenant, command, read_start_line


def test_it_starts_says_where_it_is_and_stops() -> None:
    tenant = DemoTenant("--rows", "100")
    addresses = tenant.start()
    environment = addresses.environment()
    assert environment.transient
    assert environment.values()["odata"] + "/" == addresses.odata
    assert environment.client_id == "idt.cc.demo-consultant"
    process = tenant._process
    assert process is not None
    tenant.stop()
    assert process.poll() is not None
    tenant.stop()


def test_one_that_fails_says_why() -> None:
    with pytest.raises(WorkbenchError) as caught:
        DemoTenant("--no-such-option").start()
    assert "no-such-option" in caught.value.problem.detail


@pytest.mark.parametrize("line", ["", "{}", "[]", "null", '{"clients": []}', json.dumps({"a": 1})])
def test_a_start_line_that_is_none(line: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        read_start_line(line)


def test_the_command_goes_through_the_one_entrance() -> None:
    assert command()[1:] == ["-m", "k2bench", "--serve-demo"]
