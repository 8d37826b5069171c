"""Everything that the kit has, in one window, of fixed size and clock."""

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QSplitter,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from k2bench.content.hits import LineHits
from k2bench.core.problem import Cause, NextStep, Problem, ProblemKind, Step
from k2bench.core.request import Pair
from k2bench.core.secret import Secret
from k2bench.ui.kit.banner import ProblemBanner
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.cards import Card
from k2bench.ui.kit.clipboard import SecretClipboard
from k2bench.ui.kit.countdown import Countdown
from k2bench.ui.kit.empty_state import EmptyState
from k2bench.ui.kit.field import Field
from k2bench.ui.kit.icon_label import IconLabel
from k2bench.ui.kit.icons import icon
from k2bench.ui.kit.labels import Role, hairline, label
from k2bench.ui.kit.lines import StringLines
from k2bench.ui.kit.method_box import MethodBox
from k2bench.ui.kit.pairs_editor import PairsEditor
from k2bench.ui.kit.pill import Pill
from k2bench.ui.kit.row_delegate import DETAIL_ROLE, DETAIL_TONE_ROLE, RowDelegate
from k2bench.ui.kit.search_field import SearchField
from k2bench.ui.kit.secret_field import SecretField
from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.text_selection import Position, Selection
from k2bench.ui.kit.text_view import TextView
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
REFUSED = Problem(
    ProblemKind.REFUSED,
    "The login refused these credentials",
    "Very likely the hash was entered as the secret: it has 44 characters and ends in “=”. "
    "Enter the secret that you chose.",
    detail='{"error":"invalid_client"}',
    causes=(Cause("The hash was entered as the secret", "44 characters, ends in “=”"),),
    steps=(NextStep("Compare with Hash", Step.COMPARE_HASH),),
)
UNSURE = Problem(
    ProblemKind.INPUT,
    "This scope is not one of K2's",
    "https://api.k2.com has no trailing slash; K2 knows https://api.k2.com/ only.",
    steps=(NextStep("Use https://api.k2.com/", Step.SET_SCOPE), NextStep("Help", Step.SHOW_HELP)),
)

TEXT = """{
    "name": "Ada",  "salary": 84500.10,
    "boss":   "Ada Ada", "none": null,
    "arabic": "محمد علي", "hebrew": "שלום", "after": 1,
    "cjk": "日本語 😀 combining e\u0301",
\t"tab":\t"control \x00\x1b[0m \u202e \u2028 end"
}"""


def combo(*texts: str) -> QComboBox:
    box = QComboBox()
    box.addItems(texts)
    return box


def pill(text: str, tone: Tone, icon_name: str = "") -> Pill:
    made = Pill("Status")
    made.show_status(text, tone, icon_name)
    made.setVisible(True)
    return made


def row(*widgets: QWidget | None) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        if widget is None:
            line.addStretch()
        else:
            line.addWidget(widget)
    return line


def column(*parts: QWidget | QHBoxLayout | None, margin: int = 16) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(margin, 12, margin, 12)
    lines.setSpacing(10)
    for part in parts:
        if part is None:
            lines.addStretch()
        elif isinstance(part, QWidget):
            lines.addWidget(part)
        else:
            lines.addLayout(part)
    return holder


def authorization(app: QApplication) -> QWidget:
    secret = SecretField("Client Secret", SecretClipboard(app))
    secret.show_secret(Secret("correct horse battery"))
    client, url = QLineEdit("idt.cc.demo-consultant"), QLineEdit("http://127.0.0.1:51823/7f6c")
    for line in (client, url):
        line.setProperty("body", "true")
    scope = Field("Scope", combo("https://api.k2.com"))
    scope.show_error("Ends without the slash that K2 expects")
    secret_field = Field("Client Secret", secret)
    secret_field.show_warning("44 characters and “=” at the end: is this the hash?")
    banner, mild = ProblemBanner(), ProblemBanner()
    banner.show_problem(REFUSED)
    mild.show_problem(UNSURE)
    left = Countdown("Token expiry", lambda: 1_000.0)
    left.show_until(1_000.0 + 3432)
    token = QFrame()
    token.setProperty("role", "card")
    inside = QVBoxLayout(token)
    inside.addLayout(row(label("Access Token", Role.HEADING), None, left))
    inside.addWidget(label("Acts as idt.cc.demo-consultant\nfor api.k2.com", Role.HINT))
    inside.addLayout(
        row(Button("Use Token"), Button("Inspect Token"), IconButton("copy", "Copy token"), None)
    )
    return column(
        row(label("Authorization", Role.HEADING), None, IconButton("key", "Manage credentials")),
        Field("Grant Type", combo("Client Credentials")),
        Field("Access Token URL", url),
        Field("Client ID", client, "As registered in K2"),
        secret_field,
        scope,
        Button("Get New Access Token", primary=True),
        Button("Check Endpoint"),
        token,
        banner,
        mild,
        None,
    )


def item(
    parent: QTreeWidget | QTreeWidgetItem, text: str, image: QIcon, detail: str = ""
) -> QTreeWidgetItem:
    made = QTreeWidgetItem(parent, [text])
    made.setIcon(0, image)
    made.setData(0, DETAIL_ROLE, detail)
    return made


def explorer() -> QWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setIndentation(sizes().icon)
    tree.setUniformRowHeights(True)
    tree.setItemDelegate(RowDelegate(tree))
    top = item(tree, "OData v4", icon("table"))
    entity = item(top, "EmployeeSample", icon("table"), "1,000+")
    item(entity, "ID", icon("key", "violet"), "Int64")
    item(entity, "FirstName", icon("dot"), "String")
    item(entity, "A name that is much too long for this", icon("dot"), "Date")
    item(top, "Departments", icon("table"), "12")
    failed = item(tree, "GET Tasks", icon("clock"), "400")
    failed.setData(0, DETAIL_TONE_ROLE, Tone.BAD)
    for name, picture in (("Workflow REST", "workflow"), ("SCIM", "users")):
        item(item(tree, name, icon(picture)), "one", icon("dot"))
    tree.expandItem(top)
    tree.expandItem(entity)
    tree.setCurrentItem(entity)
    page = column(
        row(label("Explorer", Role.HEADING), None, IconButton("refresh", "Refresh explorer")),
        SearchField("Filter explorer"),
        margin=12,
    )
    inside = page.layout()
    assert isinstance(inside, QVBoxLayout)
    inside.addWidget(tree, 1)
    inside.addWidget(hairline())
    inside.addLayout(row(label("History", Role.HEADING), None))
    inside.addWidget(EmptyState("history", "Nothing sent yet", "What you send is listed here."), 1)
    return page


def request() -> QWidget:
    url = QLineEdit("{{odata}}/EmployeeSample?$filter=DepartmentCode%20eq%2012&$count=true")
    url.setProperty("body", "true")
    tabs = TabStrip("Request tabs")
    params = PairsEditor("Parameters")
    params.show_fixed((Pair("Accept", "application/json"),))
    params.show_pairs((Pair("$filter", "DepartmentCode eq 12"), Pair("$top", "5", False)))
    for name in ("Query", "Params", "Headers", "Body", "Settings"):
        tabs.add_page(name, params if name == "Params" else QWidget())
    tabs.show_count("Params", 3)
    tabs.show_count("Headers", 2)
    tabs.show_page("Params")
    documents = QTabBar()
    documents.setProperty("documents", "true")
    documents.setTabsClosable(True)
    documents.setExpanding(False)
    documents.addTab("EmployeeSample")
    documents.addTab("Tasks")
    send = Button("Send", primary=True)
    page = column(row(MethodBox(), url, send), tabs)
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(documents)
    lines.addWidget(page)
    return holder


def table() -> QTableWidget:
    made = QTableWidget(4, 4)
    made.horizontalHeader().setDefaultAlignment(LEFT)
    made.setHorizontalHeaderLabels(["ID", "FirstName", "LastName", "HireDate"])
    made.verticalHeader().setDefaultSectionSize(24)
    made.setSelectionBehavior(made.SelectionBehavior.SelectRows)
    rows = ("1078 Frances Allen 2021-03-11", "1099 John Backus 2010-06-14", "1 a b c", "2 d e f")
    for y, line in enumerate(rows):
        for x, text in enumerate(line.split()):
            made.setItem(y, x, QTableWidgetItem(text))
    made.selectRow(1)
    return made


def controls() -> QWidget:
    ticked, half, off = QCheckBox("$count"), QCheckBox("Some"), QCheckBox("Off")
    ticked.setChecked(True)
    half.setCheckState(Qt.CheckState.PartiallyChecked)
    one, two = QRadioButton("Table"), QRadioButton("Tree")
    one.setChecked(True)
    bar = QProgressBar(textVisible=False)
    bar.setValue(40)
    disabled, faint = Button("Next page"), QLineEdit("cannot be edited")
    disabled.setEnabled(False)
    faint.setEnabled(False)
    return column(
        row(
            pill("200 OK", Tone.GOOD),
            pill("404 Not Found", Tone.BAD),
            pill("302 Found", Tone.WARN),
            pill("Token valid 57:12", Tone.GOOD, "shield"),
            pill("Sending…", Tone.NEUTRAL, "clock"),
            pill("ID", Tone.ACCENT, "check"),
            None,
        ),
        row(
            disabled,
            Button("Load all"),
            Button("Export", "download"),
            Button("Send", "send", primary=True),
            IconButton("more", "More"),
            None,
            SearchField("Search or run", "Ctrl+K"),
        ),
        row(ticked, half, off, one, two, QSpinBox(), faint, None),
        bar,
        row(
            Card(
                "demo", "Try the demo tenant", "One click: a tenant, a token, data.", primary=True
            ),
            Card("key", "I have credentials", "Enter the tenant and a client."),
            Card("help", "I need credentials", "What to ask your administrator for."),
        ),
    )


def roles(line: str) -> list[tuple[int, int, str]]:
    kinds = {1: "key", 2: "string", 3: "number", 4: "null"}
    found = re.finditer(r'("[^"]*")(?=:)|("[^"]*")|(-?\d[\d.]*)|(null)', line)
    return [(m.start(), m.end() - m.start(), kinds[m.lastindex or 1]) for m in found]


def text() -> TextView:
    view = TextView("Pretty text")
    view.set_highlighter(roles)
    view.show_lines(StringLines(TEXT))
    view.show_matches(LineHits(((1, 12, 3), (2, 14, 3))), 1)
    view.select(Selection(Position(3, 4), Position(5, 10)))
    view.setMinimumHeight(190)
    return view


def icons() -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    names = sorted(p.stem for p in (Path(__file__).parents[2] / "resources/icons").glob("*.svg"))
    for place, name in enumerate(names):
        grid.addWidget(IconLabel(name, "text"), place // 22, place % 22)
    return sheet


def gallery(app: QApplication) -> QWidget:
    window, split = QMainWindow(), QSplitter()
    window.setCentralWidget(split)
    for title in ("File", "Edit", "View", "Request", "Tools", "Demo", "Help"):
        window.menuBar().addMenu(title)
    middle = QWidget()
    lines = QVBoxLayout(middle)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    parts = (request(), hairline(), controls(), hairline(), table(), hairline(), icons())
    for part in parts:
        lines.addWidget(part)
    lines.addWidget(text())
    for pane in (explorer(), middle, authorization(app)):
        split.addWidget(pane)
    split.setSizes([270, 870, 300])
    window.setWindowTitle("The kit")
    window.resize(1440, 1060)
    return window
