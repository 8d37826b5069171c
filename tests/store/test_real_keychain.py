"""The real Secret Service: gnome-keyring in a D-Bus session of its own.

Collected only where both programs are (`packaging/dev.py` installs them on Debian): the keychains
of Windows and macOS cannot be had in a test without touching the person's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
UNLOCK = 'eval "$(echo -n test | gnome-keyring-daemon --unlock --components=secrets)"'
PROGRAM = """
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain

keychain = Keychain()
print(keychain.describe().result(20))
for text in ("plain", "sécrét \\u20ac", "a\\nb", "x" * 5000):
    keychain.write("test/client_secret", Secret(text)).result(20)
    assert keychain.read("test/client_secret").result(20) == Secret(text)
keychain.delete("test/client_secret").result(20)
assert keychain.read("test/client_secret").result(20) is None
print("kept, read and forgotten")
"""

if shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon"):

    def test_a_secret_is_kept_in_gnome_keyring(tmp_path: Path) -> None:
        folders = {name: tmp_path / name for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
        for folder in folders.values():
            folder.mkdir(mode=0o700)
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            **{name: str(path) for name, path in folders.items()},
        }
        program = tmp_path / "program.py"
        program.write_text(PROGRAM, "utf-8")
        command = f"{UNLOCK}; exec {sys.executable} {program}"
        done = subprocess.run(
            ["dbus-run-session", "--", "bash", "-c", command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=90,
        )
        assert done.returncode == 0, done.stderr
        assert "SecretService" in done.stdout
        assert "kept, read and forgotten" in done.stdout
        written = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.suffix == ".keyring")
        assert b"x" * 100 not in written
