import os
import subprocess
import sys
from pathlib import Path


def run_tour(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "k2bench", *options],
        capture_output=True,
        text=True,
        timeout=100,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "K2BENCH_HOME": str(folder / "home")},
    )


def test_the_tour_gets_a_token_sends_takes_pictures_and_says_so(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    done = run_tour(tmp_path, "--demo", "--tour", str(pictures))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "status   200 OK" in lines
    assert any(line.startswith("rows     1,000") for line in lines)
    named = [line.split(maxsplit=1)[1] for line in lines if line.startswith("picture")]
    assert len(named) >= 2
    for name in named:
        assert Path(name).read_bytes().startswith(b"\x89PNG")


def test_a_tour_that_cannot_write_fails(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    done = run_tour(tmp_path, "--demo", "--tour", str(tmp_path / "taken"))
    assert done.returncode == 1
    assert "tour failed" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_tour_without_the_demo_tenant_is_refused(tmp_path: Path) -> None:
    done = run_tour(tmp_path, "--tour", str(tmp_path))
    assert done.returncode == 2
    assert "add --demo" in done.stderr
