from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from k2bench.ui.kit.theme import Theme, ThemeMode
from k2bench.ui.kit.tokens import DARK, LIGHT, TOKENS, ZOOMS
from k2bench.ui.kit.tones import colours_of, sizes


class FakeSystem(QObject):
    """A desktop whose scheme the test changes; it does not follow what is asked of it."""

    colorSchemeChanged = Signal(Qt.ColorScheme)

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Unknown
        self.asked: list[Qt.ColorScheme] = []

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        self.asked.append(scheme)

    def turn(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)


def background(button: QPushButton) -> str:
    return button.grab().toImage().pixelColor(button.width() // 2, 3).name().upper()


def test_widgets_change_with_the_mode(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    button = QPushButton()
    qtbot.addWidget(button)
    button.resize(80, 30)
    assert background(button) == LIGHT.raised
    with qtbot.waitSignal(theme.changed):
        theme.set_mode(ThemeMode.DARK)
    assert background(button) == DARK.raised
    assert colours_of(qapp.palette()) is DARK
    theme.deleteLater()


def test_the_system_is_followed_only_when_asked_for(qapp: QApplication, qtbot: QtBot) -> None:
    system = FakeSystem()
    theme = Theme(qapp, ThemeMode.SYSTEM, system=system)
    assert theme.colours is LIGHT  # a system that does not say
    with qtbot.waitSignal(theme.changed):
        system.turn(Qt.ColorScheme.Dark)
    assert theme.colours is DARK
    theme.set_mode(ThemeMode.LIGHT)
    with qtbot.assertNotEmitted(theme.changed):
        system.turn(Qt.ColorScheme.Light)
        system.turn(Qt.ColorScheme.Dark)
    assert theme.colours is LIGHT
    theme.deleteLater()


def test_title_bars_are_asked_to_follow(qapp: QApplication) -> None:
    system = FakeSystem()
    theme = Theme(qapp, ThemeMode.DARK, system=system)
    theme.set_mode(ThemeMode.SYSTEM)
    assert system.asked == [Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown]
    theme.deleteLater()


def test_zoom_makes_text_and_controls_larger(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    button = QPushButton("Send")
    qtbot.addWidget(button)
    before = button.sizeHint().height()
    theme.set_zoom(2.0)
    assert qapp.font().pixelSize() == 26
    assert button.sizeHint().height() == 2 * before
    theme.set_zoom(9.0)
    assert theme.zoom == ZOOMS[-1]
    theme.deleteLater()


def test_widgets_see_the_very_zoom_of_the_theme(qapp: QApplication) -> None:
    theme = Theme(qapp)
    for zoom in ZOOMS:
        theme.set_zoom(zoom)
        assert sizes() == TOKENS.scaled(zoom)
    theme.deleteLater()


def test_zoom_goes_by_steps_and_stops_at_the_ends(qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.zoom_in()
    assert theme.zoom == 1.1
    theme.zoom_out()
    assert theme.zoom == 1.0
    for _ in ZOOMS:
        theme.zoom_out()
    assert theme.zoom == ZOOMS[0]
    theme.deleteLater()


class Counting(QPushButton):
    """Counts how often it is told of another style."""

    told = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.told += event.type() is QEvent.Type.StyleChange


def test_a_widget_deep_in_a_window_is_told_of_a_new_theme_once(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    outer = inner = QWidget()
    qtbot.addWidget(outer)
    for _ in range(10):
        inner = QWidget(inner)
    button = Counting(inner)
    outer.show()
    button.told = 0
    theme.set_mode(ThemeMode.DARK)
    assert button.told == 1
    theme.deleteLater()


def test_a_view_stays_where_it_was_scrolled_to(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, ThemeMode.LIGHT)
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    for number in range(40):
        column.addWidget(QPushButton(str(number)))
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.show()
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    before = bar.value()
    theme.set_mode(ThemeMode.DARK)
    qapp.processEvents()
    assert bar.value() == before
    theme.deleteLater()
