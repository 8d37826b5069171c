"""The small style sheet that makes Fusion flat: hairlines, 6 px corners, one accent.

Made from the tokens for one theme and one zoom. Knows no widget by name but the kit's own.
"""

from string import Template

from PySide6.QtGui import QFont

from k2bench.assets import asset_path
from k2bench.ui.kit.tokens import Colours, Tokens, Tone

_CONTROLS = """
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: ${g}px; }
QPushButton {
  background: $raised; color: $text; border: 1px solid $line; border-radius: ${r}px;
  padding: 0 ${p}px; min-height: ${control}px; font-weight: 500;
}
QPushButton:hover, QPushButton:checked { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 ${p1}px; min-height: ${control2}px; }
QPushButton:disabled { color: $disabled; }
QPushButton[primary="true"] {
  background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed {
  background: $accent_hover; border-color: $accent_hover;
}
QPushButton[primary="true"]:focus { border-color: $text; }
QPushButton[primary="true"]:disabled { background: $raised; color: $disabled; border-color: $line; }
QPushButton:flat { background: transparent; border-color: transparent; padding: 0 ${g}px; }
QPushButton:flat:hover { background: $hover; }
QPushButton:flat:focus { border-color: $accent; padding: 0 ${g1}px; }
QPushButton[quiet="true"] { background: $surface; }
QPushButton[quiet="true"]:hover { background: $hover; }
QToolButton {
  background: transparent; border: 1px solid transparent; border-radius: ${r}px; padding: 2px;
}
QToolButton:hover, QToolButton:checked, QToolButton:open { background: $hover; }
QToolButton:pressed { background: $line; }
QToolButton[switch="true"]:checked { background: $accent_tint; border-color: $accent_line; }
QToolButton:focus, QToolButton[switch="true"]:focus { border-color: $accent; }
QPushButton::menu-indicator, QToolButton::menu-indicator {
  image: url("$chevron_down"); width: ${small}px; height: ${small}px;
  subcontrol-origin: padding; subcontrol-position: right center; right: ${g}px;
}
QToolButton[popupMode="2"] { padding-right: ${p}px; }

QLineEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $line; border-radius: ${r}px;
  padding: 0 ${p2}px; min-height: ${control}px;
  selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $dim;
}
QPlainTextEdit, QTextEdit {
  placeholder-text-color: $dim;
  background: $surface; border: 1px solid $line; border-radius: ${r}px; padding: ${g}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QComboBox:on {
  border: 2px solid $accent; padding: 0 ${p3}px; min-height: ${control2}px;
}
/* Qt keeps 2 px more for itself in these */
QLineEdit { padding: 0 ${p5}px; }
QLineEdit:focus { padding: 0 ${p6}px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: ${g1}px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  background: $window; color: $disabled;
}
QLineEdit:read-only { background: $window; }
QLineEdit[problem="error"], QComboBox[problem="error"], QPlainTextEdit[problem="error"] {
  border-color: $bad;
}
QLineEdit[problem="warning"], QComboBox[problem="warning"] { border-color: $warn; }
QComboBox { combobox-popup: 0; padding-right: 0; }
QComboBox:focus, QComboBox:on { padding-right: 0; }
QComboBox::drop-down { border: none; width: ${drop}px; }
QComboBox::down-arrow { image: url("$chevron_down"); width: ${glyph}px; height: ${glyph}px; }
QComboBox QLineEdit {
  border: none; padding: 0; min-height: 0; background: transparent; margin-left: -2px;
}
QComboBox QAbstractItemView {
  border: 1px solid $line; background: $surface; padding: ${g}px; outline: none;
  icon-size: ${icon}px;
}
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 ${g}px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_tint; color: $text; }
QAbstractSpinBox QLineEdit {
  border: none; padding: 0 0 0 ${p5}px; min-height: 0; background: transparent;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 16px; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: ${small}px; height: ${small}px; }
QAbstractSpinBox::down-arrow {
  image: url("$chevron_down"); width: ${small}px; height: ${small}px;
}

QCheckBox, QRadioButton { spacing: ${p2}px; min-height: ${row}px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator:non-exclusive {
  width: ${tick}px; height: ${tick}px; border: 1px solid $handle; border-radius: 4px;
  background: $surface;
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus, QAbstractItemView::indicator:hover,
QRadioButton::indicator:hover, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked,
QMenu::indicator:non-exclusive:checked {
  background: $accent; border-color: $accent; image: url("$check");
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url("$minus");
}
QCheckBox::indicator:disabled { background: $raised; border-color: $line; }
QRadioButton::indicator {
  width: ${tick}px; height: ${tick}px; border: 1px solid $handle; border-radius: ${tickround}px;
  background: $surface;
}
QRadioButton::indicator:checked { border-color: $accent; image: url("$record"); }
QProgressBar { background: $raised; border: none; border-radius: 2px; max-height: ${g}px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_FRAMES = """
QMainWindow, QDialog { background: $surface; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenuBar { background: $window; border-bottom: 1px solid $line; color: $dim; padding: 0 ${g}px; }
QMenuBar::item { background: transparent; padding: ${g}px ${p2}px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $surface; border: 1px solid $line; padding: ${g}px; }
QMenu::item { padding: ${g}px ${p4}px ${g}px ${p2}px; border-radius: 4px; }
QMenu::icon { padding-left: ${p2}px; }
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: ${g}px ${p2}px; }
QMenu::indicator { margin-left: ${g}px; }
QMenu::indicator:non-exclusive { margin-right: -${p5}px; } /* the room of an icon, no more */
QMenu::indicator:exclusive { width: ${icon}px; height: ${icon}px; }
QMenu::indicator:exclusive:checked { image: url("$record"); }
QMenu::right-arrow { image: url("$chevron_right"); width: ${glyph}px; height: ${glyph}px; }
QToolBar {
  background: $surface; border: none; border-bottom: 1px solid $line; spacing: ${g}px;
  padding: ${g}px ${p2}px; icon-size: ${icon}px;
}
QGroupBox {
  border: 1px solid $line; border-radius: ${r}px; margin-top: ${row}px; padding: ${g}px;
}
QGroupBox::title { subcontrol-origin: margin; left: 0; top: ${g}px; color: $dim; }
QStatusBar { background: $window; color: $dim; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QScrollArea { border: none; background: transparent; }
QAbstractItemView {
  background: $surface; border: none; outline: none; icon-size: ${icon}px;
  selection-background-color: $accent_tint; selection-color: $text;
}
QTableView { gridline-color: $line; }
QTreeView { show-decoration-selected: 1; }
QTreeView::item, QListView::item { min-height: ${row}px; }
QTreeView::branch:has-children:closed { image: url("$chevron_right"); padding: 3px; }
QTreeView::branch:has-children:open { image: url("$chevron_down"); padding: 3px; }
QTreeView::branch:selected { background: $accent_tint; }
QHeaderView { background: $raised; border: none; }
QHeaderView:vertical { background: $surface; }
QHeaderView::section {
  background: $raised; color: $dim; border: none; border-right: 1px solid $line;
  border-bottom: 1px solid $line; padding: 0 ${p2}px; min-height: ${row}px;
  font-size: ${hint}px; font-weight: 600;
}
QHeaderView::section:vertical { background: $window; font-weight: 400; padding: 0 ${g}px; }
QTableCornerButton::section {
  background: $raised; border: none; border-right: 1px solid $line; border-bottom: 1px solid $line;
}
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${p4}px; }
QScrollBar::handle:horizontal { min-width: ${p4}px; }
QScrollBar::handle:hover { background: $handle; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
  background: transparent; color: $dim; border: none; border-bottom: 2px solid transparent;
  padding: ${g}px 0; margin: 0 ${g10}px 0 0; min-height: ${row}px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $accent; }
QTabBar:focus::tab:selected { color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabBar::tab:disabled { color: $disabled; }
QTabBar::close-button {
  image: url("$close"); width: ${tick}px; height: ${tick}px; border-radius: 4px;
  margin: 0 ${g}px 0 0;
}
QTabBar::close-button:hover { background: $line; }
QTabBar::scroller { width: ${drop}px; }
QTabBar QToolButton { background: $surface; border-radius: 0; padding: 0; }
QTabBar QToolButton::left-arrow { image: url("$chevron_left"); width: ${glyph}px; }
QTabBar QToolButton::right-arrow { image: url("$chevron_right"); width: ${glyph}px; }
QTabBar[documents="true"] { background: $window; }
QTabBar[documents="true"]::tab {
  border: none; border-top: 2px solid transparent; border-right: 1px solid $line;
  border-bottom: 1px solid $line; margin: 0;
  padding: ${g}px ${p}px; background: $window;
}
QTabBar[documents="true"]::tab:selected {
  background: $surface; border-top-color: $accent; border-bottom-color: $surface;
  font-weight: 400;
}
"""

_KIT = """
QWidget[role="production"] { background: $bad_tint; border-bottom: 1px solid $bad_line; }
QWidget[role="bar"] { background: $surface; border-bottom: 1px solid $line; }
QWidget[role="documents"] { background: $window; border-bottom: 1px solid $line; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="hint"] { font-size: ${hint}px; color: $dim; }
QFrame[role="hairline"] { background: $line; border: none; }
QFrame[role="card"] { background: $window; border: 1px solid $line; border-radius: ${r}px; }
QFrame[role="banner"] { border: 1px solid $line; border-radius: ${r}px; }
QFrame[role="banner"][strip="true"] { border-width: 0 0 1px 0; border-radius: 0; }
QWidget[body="true"] { font-family: "$body"; font-size: ${body_size}px; }
TextView { border: 1px solid transparent; background: $surface; }
TextView:focus { border-color: $accent; }
QPlainTextEdit[role="bare"] { border: 1px solid transparent; border-radius: 0; }
QPlainTextEdit[role="bare"]:focus { border: 1px solid $accent; padding: ${g}px; }
QPlainTextEdit[role="expression"] { padding: ${g}px ${p2}px; }
QPlainTextEdit[role="expression"]:focus { padding: ${g1}px ${p3}px; }
QListWidget[role="completions"] { border: 1px solid $handle; padding: ${g}px; }
QListWidget[role="completions"]::item:selected { background: $accent_tint; color: $text; }
FrozenColumns { border: none; border-right: 1px solid $handle; }
KeyValueTable::item { padding: 0 ${g}px; }
FactsTable::item { padding: ${g}px ${p2}px; border-bottom: 1px solid $line; }
FactsTable::item:selected { background: $accent_tint; color: $text; }
QAbstractItemView QLineEdit {
  border: 1px solid $accent; border-radius: 0; padding: 0 ${g}px; min-height: 0;
}
"""

_TONES = """
QLabel[tone="$tone"] { color: $colour; }
QFrame[role="banner"][tone="$tone"] { background: $tint; border-color: $edge; }
QComboBox[method="$tone"] { color: $colour; font-weight: 700; }
"""


def style_sheet(colours: Colours, tokens: Tokens, body: QFont) -> str:
    """The style sheet of the application; `body` is the font of what has the property `body`."""
    values = {name: str(getattr(colours, name)) for name in Colours.__slots__} | _sizes(tokens)
    values |= _pictures("dark" if colours.dark else "light")
    values |= {"body": body.family(), "body_size": str(body.pixelSize())}
    sheet = Template(_CONTROLS + _FRAMES + _KIT).substitute(values)
    return sheet + "".join(_tone_rules(colours, tone) for tone in Tone)


def _tone_rules(colours: Colours, tone: Tone) -> str:
    return Template(_TONES).substitute(
        tone=tone.value,
        colour=colours.of(tone),
        tint=colours.tint(tone),
        edge=colours.edge(tone),
    )


def _sizes(tokens: Tokens) -> dict[str, str]:
    grid = tokens.grid
    numbers = {
        "g": grid,
        "g1": grid - 1,
        "g10": grid * 6,
        "p": grid * 3,
        "p1": grid * 3 - 1,
        "p2": grid * 2,
        "p3": grid * 2 - 1,
        "p4": grid * 6,
        "p5": grid * 2 - 2,
        "p6": grid * 2 - 3,
        "icon": tokens.icon,
        "r": tokens.radius,
        "control": tokens.control - 2,  # the frame is outside of min-height
        "control2": tokens.control - 4,
        "row": tokens.row,
        "title": tokens.title,
        "hint": tokens.hint,
        "drop": grid * 6,
        "glyph": grid * 3,
        "small": grid * 2,
        "tick": tokens.icon - 2,
        "tickround": tokens.icon // 2,
        "bar": grid * 3,
    }
    return {name: str(number) for name, number in numbers.items()}


def _pictures(theme: str) -> dict[str, str]:
    # a style sheet cannot colour a picture, so these few are kept in each theme's colours
    names = (
        *("check", "chevron-down", "chevron-left", "chevron-right", "chevron-up"),
        *("close", "minus", "record"),
    )
    return {
        name.replace("-", "_"): asset_path(f"icons/{theme}/{name}.svg").as_posix() for name in names
    }
