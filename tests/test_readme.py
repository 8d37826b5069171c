"""What the README says is tried."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_its_python_works(tmp_path: Path) -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code is not None
    program = code.group(1).replace("/tmp/try", tmp_path.as_posix())
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "Departments" in done.stdout


def test_every_file_and_folder_it_names_is_there() -> None:
    named = re.findall(r"`((?:k2bench|resources|tests|packaging)[\w/.]*)`", README)
    named += re.findall(r"\]\(([^)]+)\)", README)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []
