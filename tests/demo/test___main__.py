import subprocess
import sys


def test_the_module_is_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "k2bench.demo", "--help"], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0
    assert "--rows" in done.stdout
