import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from k2bench.ui.kit import text_moves as moves
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.text_keys import move_of
from k2bench.ui.kit.text_selection import Position

LINES = StringLines("\n".join(f"line {number}" for number in range(100)))
AT = Position(50, 3)
Key, Mod = Qt.Key, Qt.KeyboardModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.parametrize(
    ("key", "control", "to"),
    [
        (Key.Key_Left, False, Position(50, 2)),
        (Key.Key_Right, False, Position(50, 4)),
        (Key.Key_Up, False, Position(49, 3)),
        (Key.Key_Down, False, Position(51, 3)),
        (Key.Key_PageUp, False, Position(30, 3)),
        (Key.Key_PageDown, False, Position(70, 3)),
        (Key.Key_Home, False, Position(50, 0)),
        (Key.Key_End, False, Position(50, 7)),
        (Key.Key_Home, True, Position(0, 0)),
        (Key.Key_End, True, Position(99, 7)),
        (Key.Key_Left, True, Position(50, 0)),
        (Key.Key_Right, True, Position(50, 5)),
    ],
)
def test_keys_move_and_select_with_shift(key: Qt.Key, control: bool, to: Position) -> None:
    modifier = Mod.ControlModifier if control else Mod.NoModifier
    for shift in (Mod.NoModifier, Mod.ShiftModifier):
        found = move_of(press(key, modifier | shift), page=20)
        assert found is not None
        move, selects = found
        assert move(LINES, AT) == to
        assert selects is (shift is Mod.ShiftModifier)


def test_other_keys_are_left_alone() -> None:
    assert move_of(press(Key.Key_A), page=20) is None
    assert moves.left(LINES, Position(0, 0)) == Position(0, 0)
