import json
import subprocess
import sys


def run(*options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "k2bench", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("k2bench 0.")
    assert "--config-dir" in run("--help").stdout


def test_a_wrong_option_is_said() -> None:
    done = run("--no-such-option")
    assert done.returncode == 2
    assert "no-such-option" in done.stderr


def test_the_demo_server_is_served_without_qt() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "k2bench", "--serve-demo", "--rows", "10"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = json.loads(process.stdout.readline())
        assert {"login", "token_url", "odata", "control_token", "clients"} <= set(line)
    finally:
        process.terminate()
        process.wait(10)
        process.stdout.close()
    assert "--rows" in run("--serve-demo", "--help").stdout
