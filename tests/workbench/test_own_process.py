import sys

import pytest

from k2bench.workbench.own_process import own_command


def test_from_an_interpreter_and_from_a_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command("--x") == [sys.executable, "-m", "k2bench", "--x"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("--x") == [sys.executable, "--x"]
