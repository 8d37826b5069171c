from k2bench.apis.sent_to import sent_to
from k2bench.core.url import origin_of
from tests.apis.snapshots import snapshot


def test_the_origin_or_none_where_the_mask_hides_it() -> None:
    assert sent_to(snapshot(url="https://h/tokens/****/x")) == origin_of("https://h")
    assert sent_to(snapshot(url="****://h/")) is None
