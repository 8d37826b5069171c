import pytest

from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Problem, ProblemKind, Step
from k2bench.ui.environments.words import UNWRITTEN, not_copied, not_forgotten, saved_words

LOCKED = Problem(ProblemKind.STORAGE, "The keychain is locked")
ABSENT = Problem(ProblemKind.STORAGE, "No keychain", detail="keyring offers nothing.")
SESSION = "Secrets are kept for this session only."


@pytest.mark.parametrize(
    ("written", "has_secrets", "problem", "words"),
    [
        (True, False, None, "Saved."),
        (True, True, None, "Saved. Its secrets are in the keychain."),
        (True, True, LOCKED, f"Saved. {SESSION} The keychain is locked."),
        (True, True, ABSENT, f"Saved. {SESSION} No keychain: keyring offers nothing."),
        (False, False, None, UNWRITTEN),
        (False, True, None, f"{UNWRITTEN} Its secrets are in the keychain."),
    ],
)
def test_a_save_says_where_all_is(
    written: bool, has_secrets: bool, problem: Problem | None, words: str
) -> None:
    assert saved_words(written, has_secrets, problem) == words


def test_what_became_of_secrets_that_the_keychain_did_not_give() -> None:
    dev = Environment("1", "Dev")
    gone, copied = not_forgotten(dev, ABSENT), not_copied(dev, ABSENT)
    assert gone.steps == (NextStep("Try again", Step.RETRY, "1"),)
    for told in (gone, copied):
        assert "“Dev”" in told.title
        assert told.hint.startswith("No keychain. ")
        assert told.detail == "keyring offers nothing."
