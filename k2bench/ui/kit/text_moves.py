"""Where a caret goes: by character, word, line, page, to the ends. Knows no pixels."""

import re
from collections.abc import Callable
from typing import TypeAlias
from unicodedata import combining

from k2bench.content.lines import Lines
from k2bench.ui.kit.text_selection import START, Position

Move: TypeAlias = Callable[[Lines, Position], Position]

_WORD = re.compile(r"\w+|\s+|[^\w\s]+")
_NEAR = 2048  # how far a word is looked for: a line may be one word of a megabyte


def left(lines: Lines, at: Position) -> Position:
    """One character back."""
    if at.column == 0:
        return end_of_line(lines, Position(at.line - 1, 0)) if at.line else at
    text, column = lines.text(at.line), at.column - 1
    while column and combining(text[column]):
        column -= 1
    return Position(at.line, column)


def right(lines: Lines, at: Position) -> Position:
    """One character on."""
    text = lines.text(at.line)
    if at.column >= len(text):
        return Position(at.line + 1, 0) if at.line + 1 < lines.count() else at
    column = at.column + 1
    while column < len(text) and combining(text[column]):
        column += 1
    return Position(at.line, column)


def word_left(lines: Lines, at: Position) -> Position:
    """To the start of the word before."""
    if at.column == 0:
        return left(lines, at)
    first = max(0, at.column - _NEAR)
    near = lines.text(at.line)[first : at.column]
    starts = [found.start() for found in _WORD.finditer(near) if not found[0].isspace()]
    return Position(at.line, first + (starts[-1] if starts else 0))


def word_right(lines: Lines, at: Position) -> Position:
    """To the start of the word behind."""
    text = lines.text(at.line)
    if at.column >= len(text):
        return right(lines, at)
    near = text[at.column : at.column + _NEAR]
    starts = (f.start() for f in _WORD.finditer(near) if f.start() and not f[0].isspace())
    return Position(at.line, at.column + next(starts, len(near)))


def start_of_line(lines: Lines, at: Position) -> Position:
    """To the first character that is no blank, or to the start when already there."""
    text = lines.text(at.line)[:_NEAR]
    indent = len(text) - len(text.lstrip())
    return Position(at.line, 0 if at.column == indent else indent)


def end_of_line(lines: Lines, at: Position) -> Position:
    """Behind the last character of the line."""
    return Position(at.line, len(lines.text(at.line)))


def start_of_text(lines: Lines, at: Position) -> Position:
    """Before everything."""
    return START


def end_of_text(lines: Lines, at: Position) -> Position:
    """Behind everything."""
    return end_of_line(lines, Position(max(0, lines.count() - 1), 0))


def by_lines(lines: Lines, at: Position, many: int) -> Position:
    """Some lines down, or up when negative, in the same column where the line has it."""
    line = min(max(0, at.line + many), max(0, lines.count() - 1))
    if line == at.line:
        return start_of_text(lines, at) if many < 0 else end_of_line(lines, at)
    return Position(line, min(at.column, len(lines.text(line))))


def word_at(lines: Lines, at: Position) -> tuple[Position, Position]:
    """The ends of the word that a place is in, or of the blanks."""
    first = max(0, at.column - _NEAR)
    near = lines.text(at.line)[first : at.column + _NEAR]
    for found in _WORD.finditer(near):
        if found.start() <= at.column - first < found.end():
            return Position(at.line, first + found.start()), Position(at.line, first + found.end())
    return at, at


def line_at(lines: Lines, at: Position) -> tuple[Position, Position]:
    """The ends of a line, its line end included where there is one."""
    if at.line + 1 < lines.count():
        return Position(at.line, 0), Position(at.line + 1, 0)
    return Position(at.line, 0), end_of_line(lines, at)


def place_at(lines: Lines, at: Position) -> tuple[Position, Position]:
    """No more than the place itself."""
    return at, at
