"""Renders states in every theme: `python -m tests.visual.render SCALE FOLDER [STATE...]`.

Writes for each state a picture and the flaws found in it. Runs in the surroundings of `look`.
"""

import gc
import json
import sys
import traceback
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from k2bench.ui.kit.fonts import body_font
from k2bench.ui.kit.theme import ThemeMode
from tests.visual.checks import flaws, flaws_of_layout
from tests.visual.look import THEMES, Look
from tests.visual.stage import Stage, settle
from tests.visual.state import State
from tests.visual.states import STATES

FONTS = ("DejaVu Sans", "DejaVu Sans Mono")
PACKAGE = "fonts-dejavu-core"
FAST = 85  # the "quality" of Qt's PNG writer is that of the compression
EXPECTED = "This plugin does not support"  # propagateSizeHints, raise, grabbing the keyboard
_said: list[str] = []


def main(arguments: list[str]) -> None:
    """Render; every trouble is a flaw of the state in which it came up."""
    warnings.simplefilter("error")
    gc.disable()
    qInstallMessageHandler(_hear)
    sys.excepthook = lambda kind, error, trace: _said.append(
        "".join(traceback.format_exception(kind, error, trace))
    )
    scale, folder, names = int(arguments[0]), Path(arguments[1]), arguments[2:]
    application = QApplication([])
    application.setCursorFlashTime(0)  # a cursor that blinks is in every other picture
    missing = missing_fonts()
    gc.freeze()  # what is loaded by now need not be looked at after each state
    for state in STATES:
        if state.is_shown(scale) and (not names or state.name in names):
            found = dict.fromkeys(THEMES, missing) if missing else _render(state, scale, folder)
            for theme, flaws in found.items():
                path = folder / f"{state.picture(Look(theme, scale))}.json"
                path.write_text(json.dumps(flaws, ensure_ascii=False, indent=1), "utf-8")


def missing_fonts() -> list[str]:
    """What is wrong with the fonts, if something is."""
    found = (QFontInfo(QApplication.font()).family(), QFontInfo(body_font()).family())
    if found == FONTS:
        return []
    return [
        f"The pictures need {' and '.join(FONTS)}, found {' and '.join(found)}: "
        f"install the Debian package {PACKAGE}."
    ]


def _render(state: State, scale: int, folder: Path) -> dict[ThemeMode, list[str]]:
    _said.clear()
    found: dict[ThemeMode, list[str]] = {theme: [] for theme in THEMES}
    with TemporaryDirectory() as home:
        stage = Stage(Path(home), THEMES[0], state.size)
        try:
            if state.zoom != 1.0:
                stage.app.theme.set_zoom(state.zoom)
            widget = state.reach(stage)
            stage.show_pages()
            if widget is stage.window and not state.focused:
                _unfocus()
            _hold(widget)
            for theme in THEMES:
                stage.app.theme.set_mode(theme)
                settle()
                image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
                image.save(str(folder / f"{state.picture(Look(theme, scale))}.png"), "PNG", FAST)  # type: ignore[call-overload]
                found[theme] = flaws(widget, image)
                if theme is THEMES[0]:
                    found[theme] += flaws_of_layout(widget, state.named)
        except Exception:
            found[THEMES[0]].append(traceback.format_exc())
        finally:
            stage.strike()
    found[THEMES[0]] += _said
    return found


def _unfocus() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _hold(widget: QWidget) -> None:
    """Stop what moves by itself."""
    for bar in widget.findChildren(QProgressBar):
        if bar.maximum() == 0:
            bar.setRange(0, 100)
            bar.setValue(40)


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if kind is not QtMsgType.QtDebugMsg and EXPECTED not in str(message):
        _said.append(f"Qt said: {message}")


if __name__ == "__main__":
    main(sys.argv[1:])
