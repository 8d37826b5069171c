from k2bench.apis.odata.query import OPTIONS
from k2bench.ui.request.query.wording import HINTS


def test_every_option_that_is_typed_has_an_example() -> None:
    assert set(OPTIONS) - set(HINTS) == {"$top", "$skip", "$count"}
    assert all(HINTS.values())
