"""Which key moves the caret where; the platform's own bindings."""

from functools import partial

from PySide6.QtGui import QKeyEvent, QKeySequence

from k2bench.ui.kit import text_moves as moves

_Key = QKeySequence.StandardKey
_MOVES: dict[tuple[QKeySequence.StandardKey, QKeySequence.StandardKey], moves.Move] = {
    (_Key.MoveToPreviousChar, _Key.SelectPreviousChar): moves.left,
    (_Key.MoveToNextChar, _Key.SelectNextChar): moves.right,
    (_Key.MoveToPreviousWord, _Key.SelectPreviousWord): moves.word_left,
    (_Key.MoveToNextWord, _Key.SelectNextWord): moves.word_right,
    (_Key.MoveToPreviousLine, _Key.SelectPreviousLine): partial(moves.by_lines, many=-1),
    (_Key.MoveToNextLine, _Key.SelectNextLine): partial(moves.by_lines, many=1),
    (_Key.MoveToStartOfLine, _Key.SelectStartOfLine): moves.start_of_line,
    (_Key.MoveToEndOfLine, _Key.SelectEndOfLine): moves.end_of_line,
    (_Key.MoveToStartOfDocument, _Key.SelectStartOfDocument): moves.start_of_text,
    (_Key.MoveToEndOfDocument, _Key.SelectEndOfDocument): moves.end_of_text,
}
_PAGES = {
    (_Key.MoveToPreviousPage, _Key.SelectPreviousPage): -1,
    (_Key.MoveToNextPage, _Key.SelectNextPage): 1,
}


def move_of(event: QKeyEvent, page: int) -> tuple[moves.Move, bool] | None:
    """The move that a key asks for, and whether it selects; `page` is in lines."""
    for (goes, selects), move in _MOVES.items():
        if event.matches(goes) or event.matches(selects):
            return move, event.matches(selects)
    for (goes, selects), sign in _PAGES.items():
        if event.matches(goes) or event.matches(selects):
            return partial(moves.by_lines, many=sign * page), event.matches(selects)
    return None
