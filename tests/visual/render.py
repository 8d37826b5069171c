"""Renders the states of one look: `python -m tests.visual.render LOOK FOLDER [STATE...]`.

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
from PySide6.QtWidgets import QApplication

from k2bench.ui.kit.fonts import body_font
from tests.visual.checks import flaws
from tests.visual.look import Look, look
from tests.visual.stage import Stage, settle
from tests.visual.state import State
from tests.visual.states import STATES

FONTS = ("DejaVu Sans", "DejaVu Sans Mono")
PACKAGE = "fonts-dejavu-core"
EXPECTED = "does not support propagateSizeHints"
_said: list[str] = []


def main(arguments: list[str]) -> None:
    """Render; every trouble is a flaw of the state in which it came up."""
    warnings.simplefilter("error")
    gc.disable()
    qInstallMessageHandler(_hear)
    sys.excepthook = lambda kind, error, trace: _said.append(
        "".join(traceback.format_exception(kind, error, trace))
    )
    chosen, folder, names = look(arguments[0]), Path(arguments[1]), arguments[2:]
    application = QApplication([])
    application.setCursorFlashTime(0)  # a cursor that blinks is in every other picture
    missing = missing_fonts()
    for state in STATES:
        if state.is_shown(chosen) and (not names or state.name in names):
            found = missing or _render(state, chosen, folder)
            text = json.dumps(found, ensure_ascii=False, indent=1)
            (folder / f"{state.picture(chosen)}.json").write_text(text)


def missing_fonts() -> list[str]:
    """What is wrong with the fonts, if something is."""
    found = (QFontInfo(QApplication.font()).family(), QFontInfo(body_font()).family())
    if found == FONTS:
        return []
    return [
        f"The pictures need {' and '.join(FONTS)}, found {' and '.join(found)}: "
        f"install the Debian package {PACKAGE}."
    ]


def _render(state: State, chosen: Look, folder: Path) -> list[str]:
    _said.clear()
    found: list[str] = []
    with TemporaryDirectory() as home:
        stage = Stage(Path(home), chosen.theme, state.size)
        try:
            if state.zoom != 1.0:
                stage.app.theme.set_zoom(state.zoom)
            widget = state.reach(stage)
            if widget is stage.window and not state.focused:
                _unfocus()
            settle()
            image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
            image.save(str(folder / f"{state.picture(chosen)}.png"), "PNG", 100)  # type: ignore[call-overload]
            found = flaws(widget, image)
        except Exception:
            found = [traceback.format_exc()]
        finally:
            stage.strike()
    return [*found, *_said]


def _unfocus() -> None:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if kind is not QtMsgType.QtDebugMsg and EXPECTED not in str(message):
        _said.append(f"Qt said: {message}")


if __name__ == "__main__":
    main(sys.argv[1:])
