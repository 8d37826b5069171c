import pytest

from k2bench.content.json_path import normalized_path


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        ((), "$"),
        (("value", 3, "Name"), "$['value'][3]['Name']"),
        (("it's",), "$['it\\'s']"),
        (("a\\b",), "$['a\\\\b']"),
        (("\b\t\n\f\r\x0b\x00",), "$['\\b\\t\\n\\f\\r\\u000b\\u0000']"),
        (('"é\u2028',), "$['\"é\u2028']"),
        (("",), "$['']"),
    ],
)
def test_normalized(steps: tuple[str | int, ...], path: str) -> None:
    """RFC 9535, section 2.7."""
    assert normalized_path(steps) == path
