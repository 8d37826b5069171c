from __future__ import annotations

import pytest

from k2bench.demo.options import Options, parse_options


def test_defaults() -> None:
    assert parse_options([]) == Options(rows=50_000, port=0, parent_pid=None)


def test_values() -> None:
    options = parse_options(["--rows", "7", "--port", "8123", "--parent-pid", "42"])
    assert options == Options(rows=7, port=8123, parent_pid=42)


@pytest.mark.parametrize("argv", [["--rows", "-1"], ["--rows", "x"], ["--port", "70000"], ["no"]])
def test_nonsense_ends_with_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ending:
        parse_options(argv)
    assert ending.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_help_tells_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_options(["--help"])
    text = capsys.readouterr().out
    for word in ("idt.cc.demo-consultant", "EmployeeSample", "/__demo/faults", "latency", "--rows"):
        assert word in text
