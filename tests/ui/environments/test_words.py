import pytest

from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.environments.words import UNWRITTEN, saved_words

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
