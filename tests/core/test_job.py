from k2bench.core.job import Cancelled, Failed, Succeeded


def test_an_ending_is_one_of_three() -> None:
    error = ValueError("x")
    for ending, expected in ((Succeeded(1), "value 1"), (Failed(error), "x"), (Cancelled(), "-")):
        match ending:
            case Succeeded(value):
                said = f"value {value}"
            case Failed(failure):
                said = str(failure)
            case Cancelled():
                said = "-"
        assert said == expected
