"""A session with a keychain in memory, and the demo tenant in its own process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from k2bench.core.environment import Environment
from k2bench.core.request import RequestSpec
from k2bench.net.tls import TlsSetting
from k2bench.store.keychain import Keychain
from k2bench.store.places import Places
from k2bench.workbench.planning import Plan
from k2bench.workbench.progress import OnProgress
from k2bench.workbench.sending import Answer
from k2bench.workbench.session import Session
from tests.net.conftest import authority, serve  # noqa: F401 - fixtures
from tests.store.memory_keyring import MemoryKeyring, name_of

PATIENCE = 20.0


DEV = Environment("1", "Dev", "https://h", "https://l/connect/token", "idt.cc.x")


def send(
    session: Session,
    spec: RequestSpec,
    environment: Environment,
    progress: OnProgress | None = None,
) -> Answer:
    """Prepare and send, as the window does when nothing is asked."""

    async def road() -> Answer:
        planned = await session.preparer.prepare(spec, environment)
        assert isinstance(planned, Plan)
        return await session.sender.send(planned, progress)

    return session.loop.run(road, PATIENCE)


class Clock:
    """A clock that stands still until it is told to move."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def backend() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def keychain(backend: MemoryKeyring) -> Keychain:
    return Keychain(accepted=(name_of(MemoryKeyring),), backend=lambda: backend)


@pytest.fixture
def session(tmp_path: Path, keychain: Keychain, authority: object) -> Iterator[Session]:  # noqa: F811
    setting: TlsSetting = authority.setting  # type: ignore[attr-defined]
    made = Session(Places(tmp_path / "config", tmp_path / "cache"), keychain, tls=setting)
    yield made
    made.close()


@pytest.fixture(scope="module")
def demo_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Environment]]:
    """A session with the demo tenant started, and its environment."""
    backend = MemoryKeyring()
    keychain = Keychain(accepted=(name_of(MemoryKeyring),), backend=lambda: backend)
    root = tmp_path_factory.mktemp("demo")
    made = Session(Places(root / "config", root / "cache"), keychain)
    addresses = made.loop.run(lambda: made.open_demo("--rows", "2000"), 30)
    yield made, addresses.environment()
    made.close()
