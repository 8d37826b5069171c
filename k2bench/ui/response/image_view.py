"""Shows a picture, fitted into the view or pixel by pixel, over a chequered ground."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from k2bench.ui.kit.tones import colours_of, sizes
from k2bench.ui.response.picture import Picture


class ImageView(QAbstractScrollArea):
    """Arrow keys and scroll bars move a picture that is larger than the view."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Image view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._picture = Picture()
        self._is_fitted = True

    def show_picture(self, picture: Picture) -> None:
        """Another picture."""
        self._picture = picture
        size = picture.size
        words = f"{picture.kind} picture, {size.width()} by {size.height()} pixels"
        self.setAccessibleDescription("" if picture.image.isNull() else words)
        self._measure()

    def set_fitted(self, fitted: bool) -> None:
        """Fit the picture into the view (never larger than it is), or show all its pixels."""
        self._is_fitted = fitted
        self._measure()

    def shown_size(self) -> QSize:
        """How large the picture is drawn, in logical pixels."""
        ratio = self.viewport().devicePixelRatioF()
        whole = QSize(self._picture.size / ratio)
        room = self.viewport().size()
        if self._is_fitted and (whole.width() > room.width() or whole.height() > room.height()):
            return whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours_of(self.palette()).surface))
        if self._picture.image.isNull():
            return
        target = self._target()
        painter.setClipRect(target.intersected(event.rect()))
        painter.setBrushOrigin(target.topLeft())
        painter.fillRect(target, QBrush(self._ground()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, self._picture.fitted if self._is_fitted else self._picture.image)

    def _target(self) -> QRect:
        size, room = self.shown_size(), self.viewport().size()
        left = max(0, (room.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        top = max(0, (room.height() - size.height()) // 2) - self.verticalScrollBar().value()
        return QRect(left, top, size.width(), size.height())

    def _ground(self) -> QPixmap:
        colours, side = colours_of(self.palette()), sizes().grid * 2
        tile = QPixmap(2 * side, 2 * side)
        tile.fill(QColor(colours.surface))
        painter = QPainter(tile)
        for left, top in ((0, 0), (side, side)):
            painter.fillRect(left, top, side, side, QColor(colours.raised))
        painter.end()
        return tile

    def _measure(self) -> None:
        size, room = self.shown_size(), self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(sizes().row)
            bar.setRange(0, 0 if self._is_fitted else max(0, whole - seen))
        self.viewport().update()
