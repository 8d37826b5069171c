from k2bench.content.wanted import Found, Wanted


def test_values() -> None:
    assert Wanted("a") == Wanted("a", match_case=False, regular=False, whole_word=False)
    assert Found(1, 2, 3).more is False
