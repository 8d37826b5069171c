from k2bench.apis.rest.kind import RestKind
from tests.apis.snapshots import CONTEXT, snapshot


def test_rest_takes_everything_and_knows_no_next_page() -> None:
    assert RestKind().priority(snapshot(b"", "")) == 0
    assert RestKind().more({"@odata.nextLink": "x"}) is None
    assert RestKind().explain(snapshot(), CONTEXT) is None
