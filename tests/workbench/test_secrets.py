import asyncio

import pytest

from k2bench.core.environment import SecretKind
from k2bench.core.problem import WorkbenchError
from k2bench.core.redaction import Redactor
from k2bench.core.secret import Secret
from k2bench.store.keychain import Keychain
from k2bench.workbench.secrets import Copied, Kept, Secrets
from tests.store.memory_keyring import HangingKeyring, LockedKeyring, MemoryKeyring, name_of

SECRET = Secret("s3cret-text")


def test_kept_in_the_keychain_and_read_in_the_next_session(
    keychain: Keychain, backend: MemoryKeyring
) -> None:
    async def story() -> None:
        keeping = await Secrets(keychain, Redactor()).keep("env", SecretKind.CLIENT, SECRET)
        assert keeping.kept is Kept.KEYCHAIN
        later, redactor = Secrets(keychain, Redactor()), Redactor()
        later = Secrets(keychain, redactor)
        assert later.remembered("env", SecretKind.CLIENT) is None
        assert await later.read("env", SecretKind.CLIENT) == SECRET
        assert redactor.mask("s3cret-text") == "****"
        await later.forget("env", SecretKind.CLIENT)
        assert await later.read("env", SecretKind.CLIENT) is None

    asyncio.run(story())
    assert backend.kept == {}


def test_without_a_keychain_it_is_kept_for_the_session() -> None:
    backend = MemoryKeyring()
    secrets = Secrets(Keychain(backend=lambda: backend), Redactor())

    async def story() -> None:
        keeping = await secrets.keep("env", SecretKind.CLIENT, SECRET)
        assert keeping.kept is Kept.SESSION
        assert keeping.problem is not None
        assert await secrets.read("env", SecretKind.CLIENT) == SECRET

    asyncio.run(story())
    assert backend.kept == {}


def test_a_keychain_that_hangs_costs_its_time_limit_once() -> None:
    backend = HangingKeyring()
    keychain = Keychain(accepted=(name_of(HangingKeyring),), backend=lambda: backend)
    secrets = Secrets(keychain, Redactor(), answers_within=0.2)

    async def story() -> None:
        with pytest.raises(WorkbenchError, match="does not answer"):
            await secrets.read("env", SecretKind.CLIENT)
        before = asyncio.get_running_loop().time()
        with pytest.raises(WorkbenchError, match="does not answer"):
            await secrets.read("other", SecretKind.CLIENT)
        assert asyncio.get_running_loop().time() - before < 0.1
        secrets.remember("env", SecretKind.CLIENT, SECRET)
        assert await secrets.read("env", SecretKind.CLIENT) == SECRET
        assert (await secrets.keep("env", SecretKind.CLIENT, SECRET)).kept is Kept.SESSION

    asyncio.run(story())
    backend.release.set()


def test_a_copy_says_where_its_secrets_are(keychain: Keychain, backend: MemoryKeyring) -> None:
    secrets = Secrets(keychain, Redactor())

    async def story() -> None:
        assert await secrets.copy_all("env", "copy", SecretKind) == Copied(False)
        await secrets.keep("env", SecretKind.BASIC, SECRET)
        assert await secrets.copy_all("env", "copy", SecretKind) == Copied(True)

    asyncio.run(story())
    assert backend.kept["k2bench", f"copy/{SecretKind.BASIC}"] == "s3cret-text"


def test_what_cannot_be_read_is_not_copied_and_said() -> None:
    backend = LockedKeyring()
    keychain = Keychain(accepted=(name_of(LockedKeyring),), backend=lambda: backend)
    secrets = Secrets(keychain, Redactor())

    async def story() -> None:
        secrets.remember("env", SecretKind.CLIENT, SECRET)
        copied = await secrets.copy_all("env", "copy", [SecretKind.CLIENT])
        assert (copied.any, copied.unread) == (True, None)
        assert copied.unkept is not None
        copied = await secrets.copy_all("env", "other", SecretKind)
        assert copied.unread is not None
        assert "locked" in copied.unread.title
        assert secrets.remembered("other", SecretKind.CLIENT) == SECRET

    asyncio.run(story())


def test_a_locked_keychain_does_not_keep_this_session_from_forgetting() -> None:
    backend = LockedKeyring()
    keychain = Keychain(accepted=(name_of(LockedKeyring),), backend=lambda: backend)
    secrets = Secrets(keychain, Redactor())

    async def story() -> None:
        for kind in SecretKind:
            secrets.remember("env", kind, SECRET)
        with pytest.raises(WorkbenchError, match="locked"):
            await secrets.forget_all("env", SecretKind)
        assert [secrets.remembered("env", kind) for kind in SecretKind] == [None] * len(SecretKind)

    asyncio.run(story())
