"""*Save Body* and *Copy Body* of one response pane."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from k2bench.content.data import Progress
from k2bench.content.file_name import suggested_name
from k2bench.core.problem import Problem
from k2bench.core.response import ResponseBody, ResponseSnapshot
from k2bench.ui.bridge import Bridge, Running
from k2bench.ui.response.panel import ResponsePanel
from k2bench.ui.response.wording import short_size
from k2bench.workbench.session import Session

MOST_COPIED = 4_000_000  # bytes
FOLDER = "save_folder"  # in the settings
CUT_OFF = "It is not complete: the answer was cut off."
MASKED = "Secrets that the server repeated are masked in it, as they are here."


class BodySaver(QObject):
    """Writes the body as it was received, never what a view makes of it."""

    def __init__(self, session: Session, bridge: Bridge, panel: ResponsePanel) -> None:
        super().__init__(panel)
        self._session = session
        self._bridge = bridge
        self._panel = panel
        self._running: Running | None = None
        panel.save_requested.connect(self.ask)
        panel.copy_requested.connect(self.copy)
        panel.saving.cancel_requested.connect(self.cancel)

    def ask(self) -> None:
        """Ask where to, then save."""
        snapshot = self._panel.snapshot()
        if snapshot is None:
            self._panel.show_saved("There is no answer to save yet.")
            return
        dialog = QFileDialog(self._panel, "Save body")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(self._folder())
        dialog.selectFile(name_of(snapshot))
        dialog.fileSelected.connect(lambda path: self.save(snapshot.body, Path(path)))
        dialog.open()

    def save(self, body: ResponseBody, path: Path) -> None:
        """Write `body` to `path`; the end of it is told in the pane."""
        from k2bench.workbench.saving import save_body  # with asyncio, not with the window

        if self._running is not None:
            self._running.drop()
        self._session.settings.set(FOLDER, str(path.parent))
        self._panel.saving.show_transfer(f"Saving {path.name}", 0, max(1, len(body)))
        self._running = self._bridge.start(
            lambda tell: save_body(body, path, tell),
            success=lambda _: self._saved(body, path),
            failure=self._failed,
            cancelled=self._cancelled,
            progress=lambda news: self._heard(path, news),
        )

    def cancel(self) -> None:
        """*Cancel Saving*."""
        if self._running is not None:
            self._running.cancel()

    def leave(self) -> None:
        """The pane goes; what is being saved is saved to its end."""
        if self._running is not None:
            self._running.mute()

    def copy(self) -> None:
        """Put the text of a small body on the clipboard."""
        snapshot, data = self._panel.snapshot(), self._panel.data()
        if snapshot is None or data is None:
            self._panel.show_saved("There is no answer to copy yet.")
        elif len(data) > MOST_COPIED:
            limit = short_size(MOST_COPIED)
            self._panel.show_saved(f"The body is larger than {limit}: save it instead.")
        elif b"\0" in data[:]:
            self._panel.show_saved("The body is not text: save it instead.")
        else:
            QGuiApplication.clipboard().setText(data[:].decode("utf-8", "replace"))
            self._panel.show_saved(_said(f"Copied {short_size(len(data))}.", snapshot.body))

    def _folder(self) -> str:
        usual = QStandardPaths.StandardLocation.DownloadLocation
        kept = self._session.settings.text(FOLDER)
        return kept if kept and Path(kept).is_dir() else QStandardPaths.writableLocation(usual)

    def _heard(self, path: Path, news: Progress) -> None:
        words = f"Saving {path.name}: {short_size(news.done)} of {short_size(news.total)}"
        self._panel.saving.show_transfer(words, news.done, news.total)

    def _saved(self, body: ResponseBody, path: Path) -> None:
        self._over()
        self._panel.show_saved(_said(f"Saved {short_size(len(body))} as {path}.", body))

    def _failed(self, problem: Problem) -> None:
        self._over()
        self._panel.show_trouble(problem)

    def _cancelled(self) -> None:
        self._over()
        self._panel.show_saved("Saving was cancelled; nothing was written.")

    def _over(self) -> None:
        self._running = None
        self._panel.saving.stop()


def name_of(snapshot: ResponseSnapshot) -> str:
    """The file name that is suggested for an answer."""
    disposition = snapshot.header("content-disposition") or ""
    return suggested_name(snapshot.sent.url, snapshot.media_type, disposition)


def _said(words: str, body: ResponseBody) -> str:
    odd = [CUT_OFF] if not body.complete else []
    if body.masked:
        odd.append(MASKED)
    return " ".join((words, *odd))
