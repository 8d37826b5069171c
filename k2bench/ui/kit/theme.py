"""Light, dark or the system's: Fusion, our palette, our style sheet, switched live.

Made once, by `app.py`. Widgets never ask for it: they read the palette (`tones`).
"""

from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QStyleFactory

from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.style_sheet import style_sheet
from k2bench.ui.kit.tokens import DARK, LIGHT, TOKENS, ZOOMS, Colours
from k2bench.ui.kit.tones import palette_of


class ThemeMode(StrEnum):
    """What a person chose."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


_SCHEMES = {
    ThemeMode.LIGHT: Qt.ColorScheme.Light,
    ThemeMode.DARK: Qt.ColorScheme.Dark,
    ThemeMode.SYSTEM: Qt.ColorScheme.Unknown,
}


class SystemScheme(Protocol):
    """The part of `QStyleHints` that tells light from dark."""

    @property
    def colorSchemeChanged(self) -> Any:
        """A signal."""

    def colorScheme(self) -> Qt.ColorScheme:
        """What the system shows now; Unknown counts as light."""

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        """Ask the platform to draw its own parts so; Unknown leaves it to the system."""


class Theme(QObject):
    """Holds the choice and applies it to the application."""

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        mode: ThemeMode = ThemeMode.SYSTEM,
        zoom: float = 1.0,
        system: SystemScheme | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._zoom = zoom
        self._system = system or app.styleHints()
        self._applied: tuple[Colours, float] | None = None
        app.setStyle(QStyleFactory.create("Fusion"))
        self._system.colorSchemeChanged.connect(self._apply)
        self.set_mode(mode)

    @property
    def mode(self) -> ThemeMode:
        """The choice."""
        return self._mode

    @property
    def zoom(self) -> float:
        """The size of everything; 1.0 is that of the tokens."""
        return self._zoom

    @property
    def colours(self) -> Colours:
        """What the choice comes to now."""
        if self._mode is ThemeMode.SYSTEM:
            dark = self._system.colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._mode is ThemeMode.DARK
        return DARK if dark else LIGHT

    def set_mode(self, mode: ThemeMode) -> None:
        """Switch every window to this theme."""
        self._mode = mode
        # only for what the platform draws itself (title bars, file dialogs); some platforms,
        # offscreen among them, do not listen, so the palette is ours in every case
        self._system.setColorScheme(_SCHEMES[mode])
        self._apply()

    def set_zoom(self, zoom: float) -> None:
        """Show everything larger or smaller, within the ends of `ZOOMS`."""
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._apply()

    def zoom_in(self) -> None:
        """The next larger size."""
        self.set_zoom(next((z for z in ZOOMS if z > self._zoom), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller size."""
        self.set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom), ZOOMS[0]))

    def _apply(self) -> None:
        wanted = (self.colours, self._zoom)
        if wanted == self._applied:
            return
        self._applied = wanted
        tokens = TOKENS.scaled(self._zoom)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPixelSize(tokens.label)
        self._drop_sheet()
        self._app.setFont(font)
        self._app.setPalette(palette_of(self.colours))
        self._app.setStyleSheet(style_sheet(self.colours, tokens, body_font()))
        self.changed.emit()

    def _drop_sheet(self) -> None:
        # Qt polishes each widget once for each of its ancestors when a sheet replaces another one,
        # and once when there was none: 40 ms instead of 400 in the main window. Nobody is told of
        # the moment without a sheet: views would scroll to where they are without it.
        silence = _Silence()
        self._app.installEventFilter(silence)
        self._app.setStyleSheet("")
        self._app.removeEventFilter(silence)


class _Silence(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange)
