import pytest

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.metadata.document import Metadata


@pytest.mark.parametrize(
    ("version", "dialect"),
    [("4.0", Dialect.V4), ("4.01", Dialect.V4), ("3.0", Dialect.V3), ("1.0", Dialect.V3)],
)
def test_the_version_tells_the_dialect(version: str, dialect: Dialect) -> None:
    assert Metadata(version).dialect is dialect
