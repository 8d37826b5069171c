"""Secrets on the clipboard: hidden from clipboard managers, gone after a minute and at the end.

Cannot know what another program has read meanwhile.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from k2bench.core.secret import Secret

KEPT_MS = 60_000

_ZERO = bytes(4)  # a DWORD
_HINTS = {
    # KDE's Klipper, and others that learnt it from there
    "x-kde-passwordManagerHint": b"secret",
    # Windows, "Clipboard Formats", section "Cloud Clipboard and Clipboard History Formats";
    # Qt hands a mime type of this form over under the name within it
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _ZERO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _ZERO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _ZERO,
}


class SecretClipboard(QObject):
    """Puts secrets on the clipboard of an application and takes them off again."""

    def __init__(self, app: QGuiApplication, kept_ms: int = KEPT_MS) -> None:
        super().__init__(app)
        self._clipboard = app.clipboard()
        self._held = Secret("")
        self._timer = QTimer(self, singleShot=True, interval=kept_ms)
        self._timer.timeout.connect(self.clear)
        app.aboutToQuit.connect(self.clear)

    def copy(self, secret: Secret) -> None:
        """Put a secret on the clipboard for a minute; an empty one is not copied."""
        if not secret:
            return
        data = QMimeData()
        data.setText(secret.reveal())
        for mime_type, value in _HINTS.items():
            data.setData(mime_type, value)
        self._clipboard.setMimeData(data)
        self._held = secret
        self._timer.start()

    def clear(self) -> None:
        """Take the last secret off the clipboard, unless something else was copied since."""
        self._timer.stop()
        if self._held and Secret(self._clipboard.text()) == self._held:
            self._clipboard.clear()
        self._held = Secret("")
