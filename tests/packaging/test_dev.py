"""What the commands of dev.py decide before they start anything."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture
def dev(load):
    return load("dev")


@pytest.fixture
def steps(load):
    return load("steps")


@pytest.mark.parametrize(
    ("platform", "variables", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_only_linux_can_be_without_a_display(dev, platform, variables, shown):
    assert dev.has_display(platform, variables) is shown


def test_the_tour_goes_to_a_folder_of_the_checkout_unless_told_otherwise(dev):
    assert dev.tour_arguments(["--config-dir", "x"]) == [
        "--tour",
        str(dev.ROOT / "tour"),
        "--config-dir",
        "x",
    ]
    assert dev.tour_arguments(["--tour", "shots"]) == ["--tour", "shots"]
    assert dev.tour_arguments(["--tour=shots"]) == ["--tour=shots"]


def test_an_unknown_command_prints_the_usage(dev, capsys):
    assert dev.main(["fly"]) == 2
    assert dev.main([]) == 2
    assert "packaging/dev.py run" in capsys.readouterr().out
    assert dev.main(["--help"]) == 0


def test_an_unknown_check_names_those_there_are(dev, capsys):
    assert dev.main(["check", "no-such-check"]) == 2
    assert "budgets" in capsys.readouterr().out


def test_pytest_is_the_last_step_and_gets_the_further_arguments(steps):
    names = [step.name for step in steps.tests([])]
    assert names == [
        "ruff check",
        "ruff format",
        "mypy",
        "lint-imports",
        "pytest below",
        "pytest",
    ]
    assert steps.tests(["tests/core", "-x"])[-1].command[-2:] == ["tests/core", "-x"]
    assert "-n" not in steps.tests(["tests/core"])[-1].command
    assert "-n" in steps.tests([])[-1].command


def test_all_steps_run_even_after_one_failed(steps, capfd):
    code = [sys.executable, "-c"]
    result = steps.run_all(
        [
            steps.Step("first", [*code, "print('one'); raise SystemExit(1)"]),
            steps.Step("second", [*code, "print('two')"]),
        ]
    )
    lines = capfd.readouterr().out.splitlines()
    assert result == 1
    assert [line for line in lines if line in ("one", "two")] == ["one", "two"]
    assert any(line.startswith("failed  first") for line in lines)
    assert any(line.startswith("ok      second") for line in lines)
    assert lines[-1] == "FAILED: first"


def test_the_last_line_is_the_last_step_s_own_when_all_is_well(steps, capfd):
    closing = "print('1 passed in 0.01s')"
    assert steps.run_all([steps.Step("pytest", [sys.executable, "-c", closing])]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "1 passed in 0.01s"
