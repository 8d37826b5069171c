"""The benchmark waits until the explorer shows what it was given."""

from __future__ import annotations

from tests.bench import schemas
from tests.bench.explorer_filled import Stage


def test_the_stage_shows_a_file_and_filters_it(qapp, tmp_path):
    path = tmp_path / "small.edmx"
    path.write_bytes(schemas.document(3))
    stage = Stage(tmp_path)
    took, stall = stage.opened(path)
    assert 0 < stall <= took + 1
    assert stage.explorer.catalogues[0].sets == ("set0", "set1", "set2")
    stage.filtered("set1")
    assert stage.panel.state.text().endswith("matches") or "match" in stage.panel.state.text()
    stage.unfolded()
    stage.close()
