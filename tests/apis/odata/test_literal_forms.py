import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.literal_forms import FORMS


@pytest.mark.parametrize("name", FORMS)
def test_every_example_is_of_its_type(name: str) -> None:
    assert FORMS[name].fits(FORMS[name].example)
    assert not FORMS[name].fits("")
    assert not FORMS[name].fits("x'")


@pytest.mark.parametrize(
    ("name", "text", "fits"),
    [
        ("Edm.Byte", "255", True),
        ("Edm.Byte", "256", False),
        ("Edm.Byte", "-1", False),
        ("Edm.SByte", "-128", True),
        ("Edm.Int16", "32768", False),
        ("Edm.Int32", "+2147483647", True),
        ("Edm.Int64", "9223372036854775808", False),
        ("Edm.Int64", "1" * 10_000, False),
        ("Edm.Decimal", "1.10", True),
        ("Edm.Decimal", "1.", False),
        ("Edm.Double", "-INF", True),
        ("Edm.Double", "1e-3", True),
        ("Edm.Date", "2024-13-01", False),
        ("Edm.Date", "-12024-12-01", True),
        ("Edm.DateTimeOffset", "2024-01-01T10:00+01:00", True),
        ("Edm.DateTimeOffset", "2024-01-01T10:00", False),
        ("Edm.TimeOfDay", "24:00", False),
        ("Edm.Duration", "P", False),
        ("Edm.Duration", "PT", False),
        ("Edm.Duration", "-PT0.5S", True),
        ("Edm.Int32", "١", False),
    ],
)
def test_what_fits(name: str, text: str, fits: bool) -> None:
    assert FORMS[name].fits(text) is fits


def test_the_two_dialects_wrap_differently() -> None:
    assert FORMS["Edm.Guid"].wrapping(Dialect.V4) == ("", "")
    assert FORMS["Edm.Guid"].wrapping(Dialect.V3) == ("guid'", "'")
