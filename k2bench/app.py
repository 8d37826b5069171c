"""Composition root of the window: builds every part, joins them, and ends them."""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from k2bench import __version__
from k2bench.store.places import places
from k2bench.ui.bridge import Bridge
from k2bench.ui.collector import Collector
from k2bench.ui.current import Current
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.parts import Parts
from k2bench.ui.window import Window
from k2bench.ui.wiring import Wiring
from k2bench.workbench.session import Session

if TYPE_CHECKING:
    import argparse

    from k2bench.net.tls import TlsSetting
    from k2bench.store.keychain import Keychain


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the command line asks for."""

    demo: bool = False
    config_dir: str | None = None
    tour: str | None = None


class WorkbenchApp(QObject):
    """The whole application without its event loop.

    Attributes:
        window: the main window, not shown yet.
        session: the workbench behind it.
    """

    crashed = Signal(object)  # Problem

    def __init__(self, application: QApplication, session: Session, arguments: Arguments):
        super().__init__()
        self.application = application
        self.session = session
        self.theme = Theme(application, _mode(session.settings.text("theme")))
        self.collector = Collector()
        self.bridge = Bridge(session, _load_pages)
        self.current = Current()
        self.clipboard = SecretClipboard(application)
        self.window = Window(session.clock)
        self.wiring = Wiring(
            Parts(session, self.bridge, self.current, self.theme, self.clipboard, self.window)
        )
        self.arguments = arguments
        self._closed = False
        self._seen_crashes: set[str] = set()
        self._hooks = (sys.excepthook, threading.excepthook)
        self.crashed.connect(self.window.banner.show_problem)
        if arguments.demo:
            self.window.painted.connect(self.wiring.demo.start)

    def catch_crashes(self) -> None:
        """Show each distinct crash once, in the window, its traceback masked."""
        sys.excepthook = self._crash
        threading.excepthook = lambda args: self._crash(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def close(self) -> None:
        """Save, cancel everything, end the threads and the demo tenant. Takes 1 s at most."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        self.clipboard.clear()
        try:
            self.session.settings.save()
        finally:
            self.session.close()
            self.collector.stop()
            sys.excepthook, threading.excepthook = self._hooks

    def _crash(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        import traceback

        text = self.session.redactor.mask("".join(traceback.format_exception(kind, error, trace)))
        if text not in self._seen_crashes:
            self._seen_crashes.add(text)
            sys.stderr.write(text)
            self.crashed.emit(self.bridge.bug(text))


def _load_pages() -> None:
    from k2bench.ui.response import pages

    pages.load()


def create_app(
    argv: Sequence[str],
    *,
    keychain: "Keychain | None" = None,
    clock: Callable[[], float] = time.time,
    tls: "TlsSetting | None" = None,
) -> WorkbenchApp:
    """Build the application without entering the event loop.

    Args:
        argv: the command line without the program's name.
        keychain: where secrets are kept; the system's unless a test hands in another.
        clock: seconds since the epoch.
        tls: which certificates are trusted; the system's unless a test hands in another.
    """
    arguments = parse(argv)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    application.setApplicationName("k2bench")
    application.setApplicationDisplayName("k2bench")
    session = Session(places(arguments.config_dir), keychain, clock, tls)
    return WorkbenchApp(application, session, arguments)


def parse(argv: Sequence[str]) -> Arguments:
    """The options as values; ends the process after `--help`, `--version` and a wrong option."""
    if not argv:
        return Arguments()
    known = parser()
    parsed = known.parse_args(list(argv))
    if parsed.tour and not parsed.demo:
        known.error("--tour shows the demo tenant: add --demo")
    return Arguments(parsed.demo, parsed.config_dir, parsed.tour)


def parser() -> "argparse.ArgumentParser":
    """The options of the window."""
    import argparse  # 7 ms, and mostly there are no options

    made = argparse.ArgumentParser(
        "k2bench", description="A workbench for the APIs of Nintex K2 Cloud, and any OData service."
    )
    made.add_argument("--version", action="version", version=f"k2bench {__version__}")
    made.add_argument("--demo", action="store_true", help="start with the embedded demo tenant")
    made.add_argument(
        "--config-dir",
        metavar="DIR",
        help="keep every file in this folder (also: the variable K2BENCH_HOME)",
    )
    made.add_argument(
        "--tour",
        metavar="DIR",
        help="with --demo: drive the window by itself, save pictures of it in DIR, and end",
    )
    made.add_argument(
        "--serve-demo", action="store_true", help="serve the demo tenant; --serve-demo --help"
    )
    return made


def run(argv: Sequence[str]) -> int:
    """Show the window until it is closed; the exit code."""
    app = create_app(argv)
    app.catch_crashes()
    if app.arguments.tour:
        from k2bench.ui.tour import Tour  # not for every start

        tour = Tour(app.window, app.wiring, app.arguments.tour)
        tour.finished.connect(app.application.exit)
    app.bridge.warmed.connect(app.collector.settle)
    app.window.show()
    code = app.application.exec()
    app.close()
    return code


def _mode(text: str) -> ThemeMode:
    return next((mode for mode in ThemeMode if mode.value == text), ThemeMode.SYSTEM)
