from k2bench.auth.check import Verdict, failed, passed, warned, worst


def test_each_verdict_has_its_name() -> None:
    assert passed("a", "b").verdict is Verdict.PASS
    assert warned("a", "b").verdict is Verdict.WARN
    assert failed("a", "b").verdict is Verdict.FAIL
    assert failed("a", "b").next_step is None


def test_the_worst_counts() -> None:
    checks = [passed("a", ""), failed("b", ""), warned("c", "")]
    assert worst(checks) is Verdict.FAIL
    assert worst(checks[::2]) is Verdict.WARN
    assert worst([]) is Verdict.PASS
