import subprocess
import sys
import threading
from pathlib import Path

from k2bench.store.keychain import Keychain
from k2bench.store.places import Places
from k2bench.workbench.session import Session


def test_making_one_loads_nothing_heavy() -> None:
    code = (
        "import sys, tempfile\n"
        "from k2bench.workbench.session import Session\n"
        "from k2bench.store.places import places\n"
        "Session(places(tempfile.mkdtemp()))\n"
        "heavy = {'asyncio', 'httpx', 'keyring', 'msgspec', 'ssl', 'pygments', 'cryptography'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_closing_one_that_did_nothing_makes_nothing(tmp_path: Path) -> None:
    before = threading.active_count()
    session = Session(Places(tmp_path, tmp_path), Keychain())
    session.close()
    assert threading.active_count() == before
    assert list(tmp_path.iterdir()) == []


def test_closing_ends_its_threads(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    session = Session(Places(tmp_path, tmp_path), Keychain())
    session.warm_up()
    session.loop.run(_nothing, 5)
    session.close()
    assert not {each for each in set(threading.enumerate()) - before if each.is_alive()}


async def _nothing() -> None:
    pass


def test_bodies_of_killed_instances_are_tidied_up(tmp_path: Path) -> None:
    left = tmp_path / "cache" / "bodies" / "left"
    left.mkdir(parents=True)
    session = Session(Places(tmp_path / "config", tmp_path / "cache"), Keychain())
    session.tidy_up()
    assert not left.exists()
    session.close()


def test_an_environment_that_is_gone_leaves_no_metadata(session: Session) -> None:
    session.explorer.store.save("1", "https://h/x", b"<x/>", 1.0)
    session.loop.run(lambda: session.forget("1", ("client_secret",)), 20)
    assert session.explorer.store.snapshots("1", "https://h/x") == ()
