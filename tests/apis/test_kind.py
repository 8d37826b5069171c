from k2bench.apis import KINDS, kind_of
from tests.apis.snapshots import CONTEXT, snapshot


def test_every_kind_answers_every_question_about_anything() -> None:
    for response in (
        snapshot(),
        snapshot(b"\xff\x00", "image/png", 500),
        snapshot(b"{", status=404),
    ):
        for kind in KINDS:
            assert kind.name
            assert kind.views(response, CONTEXT)
            assert kind.more({}) is None
            assert kind.notes(response, CONTEXT) == ()
            assert kind.page_note(response, 7, None) is None
            assert (kind.explain(response, CONTEXT) is None) is (response.status < 400)
        assert kind_of(response).priority(response) >= 0
