from k2bench.core.environment import Environment
from k2bench.core.problem import Problem, ProblemKind
from k2bench.ui.authorization.kept import session_only, where_kept


def test_the_words_for_each_place() -> None:
    dev, demo = Environment("1", "Dev"), Environment("2", "Demo", transient=True)
    assert "keychain when you leave" in where_kept(dev, own=False)
    assert "keychain when you leave" in where_kept(None, own=False)
    assert "session only" in where_kept(demo, own=False)
    assert "until k2bench is closed" in where_kept(dev, own=True)


def test_why_a_secret_is_not_in_the_keychain() -> None:
    problem = Problem(ProblemKind.STORAGE, "The keychain is locked", detail="x")
    assert session_only(problem) == "Kept for this session only. The keychain is locked: x"
