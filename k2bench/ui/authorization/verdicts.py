"""The tones and words of verdicts, lights and outcomes, wherever they are shown."""

from k2bench.auth.check import Verdict
from k2bench.auth.lights import Light
from k2bench.ui.kit.tokens import Tone

VERDICTS = {
    Verdict.PASS: (Tone.GOOD, "pass"),
    Verdict.WARN: (Tone.WARN, "warn"),
    Verdict.FAIL: (Tone.BAD, "fail"),
}
LIGHTS = {
    Light.GREEN: (Tone.GOOD, "works"),
    Light.YELLOW: (Tone.WARN, "look"),
    Light.RED: (Tone.BAD, "fails"),
    Light.DARK: (Tone.NEUTRAL, "not tried"),
}
