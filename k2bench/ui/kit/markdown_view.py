"""A longer text to read, written in Markdown, in the text roles of the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from k2bench.ui.kit.tones import sizes


class MarkdownView(QTextBrowser):
    """Opens no link by itself: `anchorClicked` says which one was clicked."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setMarkdown(text)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()  # the zoom may be another

    def _lay_out(self) -> None:
        document = self.document()
        document.setDocumentMargin(sizes().grid * 2)
        block = document.begin()
        while block.isValid():
            _space(block)
            block = block.next()


def _space(block: QTextBlock) -> None:
    """Qt's own headings are twice as large as the text, its paragraphs touch each other."""
    grid, level = sizes().grid, block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    shape = QTextBlockFormat()
    shape.setTopMargin(grid * 4 if level and block.position() else 0)
    shape.setBottomMargin(grid if block.textList() else grid * 2)
    cursor.mergeBlockFormat(shape)
    if level:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        letters = cursor.charFormat()
        letters.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)  # it would win
        pixels = sizes().title if level == 1 else sizes().label
        letters.setProperty(QTextCharFormat.Property.FontPixelSize, pixels)
        letters.setFontWeight(QFont.Weight.DemiBold)
        cursor.setCharFormat(letters)
