import gzip
from pathlib import Path
from typing import Any

import pytest

from k2bench.core.environment import Environment
from k2bench.core.problem import NextStep, Step
from k2bench.core.request import RequestSpec
from k2bench.store.settings import Settings
from k2bench.workbench.preferences import USUAL, Preferences, keep, preferences_of
from k2bench.workbench.session import Session
from tests.workbench.conftest import send

MIB = 1 << 20


def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path, lambda _: None)


def test_they_are_kept(tmp_path: Path) -> None:
    assert preferences_of(settings(tmp_path)) == USUAL == Preferences(2048, 32, 100)
    keep(settings(tmp_path), Preferences(1, 2, 3))
    assert preferences_of(settings(tmp_path)) == Preferences(1, 2, 3)


@pytest.mark.parametrize("odd", [0, -1, 10**9, "7", 1.5, True, None, [1]])
def test_what_is_not_sensible_is_passed_over(tmp_path: Path, odd: Any) -> None:
    kept = settings(tmp_path)
    kept.set("largest_body", odd)
    assert preferences_of(kept) == USUAL


def test_the_next_send_goes_by_them(session: Session, serve) -> None:  # type: ignore[no-untyped-def]
    body = b"x" * (3 * MIB)
    packed = gzip.compress(body)
    server = serve(lambda c: (c.request(), c.answer(packed, "Content-Encoding: gzip")))
    spec, environment = RequestSpec("GET", server.url), Environment("", "")
    assert send(session, spec, environment).problem is None
    session.use_preferences(Preferences(largest_body=1))
    answer = send(session, spec, environment)
    assert len(answer.snapshot.body) == MIB
    assert answer.problem is not None
    assert answer.problem.title == "The answer is larger than 1 MB"
    assert "Largest body" in answer.problem.hint
    assert answer.problem.steps == (NextStep("Preferences...", Step.SHOW_PREFERENCES),)
    assert session.exchange.options.read_timeout == 100.0
    session.use_preferences(Preferences(largest_body=3, body_in_memory=1, request_timeout=5))
    assert send(session, spec, environment).problem is None
    assert session.exchange.memory_limit == MIB
    assert session.exchange.options.read_timeout == 5.0
