import pytest

from k2bench.core.problem import WorkbenchError
from k2bench.core.variables import expand, names_in


def test_names_are_replaced_and_may_hold_names() -> None:
    values = {"odata": "{{host}}/odata", "host": "https://h"}
    assert expand("{{odata}}/X?$filter=a eq {{ host }}", values) == (
        "https://h/odata/X?$filter=a eq https://h"
    )


def test_braces_that_are_no_placeholder_stay() -> None:
    assert expand('{"a": {}} {{}} {{ }}', {}) == '{"a": {}} {{}} {{ }}'


def test_an_unknown_name_is_said_with_the_known_ones() -> None:
    with pytest.raises(WorkbenchError, match=r"no variable \{\{hots\}\}.*Known names: host"):
        expand("{{hots}}", {"host": "h"})


def test_a_circle_ends() -> None:
    with pytest.raises(WorkbenchError, match="circle"):
        expand("{{a}}", {"a": "{{b}}", "b": "{{a}}"})


def test_names_in_order_each_once() -> None:
    assert names_in("{{b}}{{a}}{{b}}") == ("b", "a")


def test_an_unclosed_placeholder_costs_no_time() -> None:
    text = "{{a" + " " * 2_000_000
    assert names_in(text) == ()
    assert expand(text, {}) == text


def test_variables_that_multiply_end() -> None:
    values = {f"v{n}": f"{{{{v{n + 1}}}}}" * 50 for n in range(9)} | {"v9": "x" * 50}
    with pytest.raises(WorkbenchError, match="too much"):
        expand("{{v0}}", values)
