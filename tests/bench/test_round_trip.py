"""Both ways get the rows, and a request is really under way when it is cancelled."""

from __future__ import annotations

from pathlib import Path

from k2bench.store.places import Places
from k2bench.workbench.session import Session
from tests.bench.round_trip import cancels, token_and_rows


def test_both_ways_are_timed_and_every_phase_is_cancelled(qapp: object, tmp_path: Path) -> None:
    session = Session(Places(tmp_path / "config", tmp_path / "cache"))
    try:
        addresses = session.loop.run(session.open_demo)
        assert token_and_rows(session, addresses, runs=1).measured > 0
        rows = cancels(session, runs=2)
    finally:
        session.close()
    assert len(rows) == 4
    assert all(row.measured > 0 for row in rows)
