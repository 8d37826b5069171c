from k2bench.content.data import Progress


def test_progress_is_a_value() -> None:
    assert Progress(1, 2) == Progress(1, 2)
    assert Progress(1, 2) != Progress(2, 2)
