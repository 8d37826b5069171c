from k2bench.auth.check import Verdict
from k2bench.auth.lights import Light
from k2bench.ui.authorization.verdicts import LIGHTS, VERDICTS


def test_every_verdict_has_a_tone_and_a_word() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert set(LIGHTS) == set(Light)
    for table in (VERDICTS, LIGHTS):
        words = [word for _, word in table.values()]
        assert len(set(words)) == len(words)
