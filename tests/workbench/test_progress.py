from k2bench.core.request import RequestSpec
from k2bench.core.response import ResponseSnapshot, SentRequest
from k2bench.workbench.progress import Preview, Progress


def test_the_whole_is_not_always_known() -> None:
    assert Progress(200, 5).total is None


def test_a_preview_is_an_answer_with_its_views() -> None:
    snapshot = ResponseSnapshot(RequestSpec(), SentRequest("GET", "http://h"), 200)
    assert Preview(snapshot, ()).snapshot is snapshot
