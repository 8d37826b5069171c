"""Widgets offscreen, driven by their accessible names."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from k2bench.store.keychain import Keychain
from k2bench.store.places import Places
from k2bench.ui.bridge import Bridge
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.workbench.session import Session
from tests.store.memory_keyring import MemoryKeyring, name_of

PATIENCE = 20_000  # milliseconds


@pytest.fixture
def backend() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def keychain(backend: MemoryKeyring) -> Keychain:
    return Keychain(accepted=(name_of(MemoryKeyring),), backend=lambda: backend)


@pytest.fixture
def session(tmp_path: Path, keychain: Keychain) -> Iterator[Session]:
    made = Session(Places(tmp_path / "config", tmp_path / "cache"), keychain)
    yield made
    made.close()


@pytest.fixture
def bridge(qapp: QApplication, session: Session) -> Bridge:
    return Bridge(session)


@pytest.fixture
def clipboard(qapp: QApplication) -> SecretClipboard:
    return SecretClipboard(qapp)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """`shown(widget)` shows a widget, and closes it with the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show
