from k2bench.apis.odata.dialect import Dialect


def test_there_are_two() -> None:
    assert [each.value for each in Dialect] == ["v4", "v3"]
