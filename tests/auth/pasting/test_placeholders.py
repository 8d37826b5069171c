import pytest

from k2bench.auth.pasting.placeholders import is_masked, is_placeholder


@pytest.mark.parametrize(
    "text",
    [
        *("<secret>", "{guid}", "[id]", "{{x}}", "a{{x}}b", "$SECRET", "${SECRET}", "%SECRET%"),
        *("$env:SECRET", "Your original secret", "(not the hash)", " the one you chose"),
    ],
)
def test_stand_ins(text: str) -> None:
    assert is_placeholder(text)
    assert not is_masked(text)


@pytest.mark.parametrize("text", ["****", "••••••", "xxxxx", "...", "REDACTED", " none "])
def test_masks(text: str) -> None:
    assert is_masked(text)


@pytest.mark.parametrize(
    "text", ["my secret value I am not sharing", "p+l&u=s %41", "$", "a$B", "x1", "{a", "idt.cc.x"]
)
def test_values(text: str) -> None:
    assert not is_placeholder(text)
    assert not is_masked(text)
