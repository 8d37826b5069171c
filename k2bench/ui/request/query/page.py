"""The page *Query*: the query options of a URL as fields. The URL in, the URL out."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from k2bench.apis.odata.dialect import Dialect
from k2bench.apis.odata.query import option, with_option
from k2bench.apis.odata.querying.offers import Offer, apply_offer, search_offer
from k2bench.ui.kit.buttons import Button, IconButton
from k2bench.ui.kit.labels import Role, hairline, label, set_tone
from k2bench.ui.kit.tokens import Tone
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.query.apply_form import ApplyForm
from k2bench.ui.request.query.count_tick import CountTick
from k2bench.ui.request.query.expand_list import ExpandList
from k2bench.ui.request.query.expression_field import ExpressionField
from k2bench.ui.request.query.filter_rows import FilterRows
from k2bench.ui.request.query.number_field import NumberField
from k2bench.ui.request.query.option_section import OptionSection
from k2bench.ui.request.query.order_list import OrderList
from k2bench.ui.request.query.select_list import SelectList
from k2bench.ui.request.query.surroundings import NOWHERE, Surroundings
from k2bench.ui.request.query.text_line import TextLine
from k2bench.ui.request.query.wire_line import WireLine
from k2bench.ui.request.query.wording import HINTS, NO_METADATA, NO_SERVICE, NO_SET
from k2bench.ui.response.background import Background

NAMES = 17  # grid units that the names of the options take
WIDE = 190  # from where on the numbers stand beside $orderby


class QueryPage(QWidget):
    """Shows what the URL says; an edit changes that one option of it and nothing else."""

    url_edited = Signal(str)
    send_requested = Signal()
    refresh_requested = Signal()
    shown = Signal()
    failed = Signal(object)  # Problem

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setAccessibleName("Query page")
        self.surroundings = NOWHERE
        self._url = self._base = ""
        self._edits: dict[str, str | None] = {}
        self.expressions = {
            name: ExpressionField(name, HINTS[name], background)
            for name in ("$select", "$filter", "$orderby", "$expand")
        }
        self.top = NumberField("$top", "all")
        self.skip = NumberField("$skip", "0")
        self.count = CountTick()
        self.texts = {name: TextLine(name, HINTS[name]) for name in ("$search", "$apply")}
        self.rows = FilterRows(background, self.failed.emit)
        self.sections = self._made_sections()
        self._lines: tuple[NumberField | TextLine, ...] = (
            *(self.top, self.skip),
            *self.texts.values(),
        )
        self.outgoing = WireLine("Goes out as")
        self.copy = IconButton("copy", "Copy URL")
        self.refresh = Button("Refresh Explorer", quiet=True)
        self._hint = label(role=Role.HINT, selectable=True, wrap=True)
        self._numbers_hint = label(role=Role.HINT, selectable=True)
        self._labels: dict[str, QLabel] = {}
        self._wide: bool | None = None
        self._lay_out()
        self._connect()
        self._show_number_problem()
        self.sections["$filter"].open()
        self.show_surroundings(NOWHERE)

    def _made_sections(self) -> dict[str, OptionSection]:
        fields, apply = self.expressions, self.texts["$apply"]
        return {
            "$select": OptionSection(fields["$select"], SelectList(), "columns", "Choose Columns"),
            "$filter": OptionSection(fields["$filter"], self.rows, "list", "Filter as Rows"),
            "$orderby": OptionSection(fields["$orderby"], OrderList(), "sort-down", "Sort as List"),
            "$expand": OptionSection(fields["$expand"], ExpandList(), "tree", "Expand as List"),
            "$apply": OptionSection(apply, ApplyForm(), "chart", "Group and Aggregate"),
        }

    def _lay_out(self) -> None:
        grid = sizes().grid
        inner = QWidget()
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(*[grid * 3] * 4)
        self._grid.setHorizontalSpacing(grid * 2)
        self._grid.setVerticalSpacing(grid * 2)
        self._grid.setColumnMinimumWidth(0, NAMES * grid)
        self._grid.setColumnStretch(1, 1)
        self._add_hint()
        for name in ("$select", "$filter"):
            self._add(name, self.sections[name])
        self._add("$orderby", self.sections["$orderby"])
        self._numbers = self._made_numbers()
        self._add("", self._numbers)
        self._add("$expand", self.sections["$expand"])
        self._add("$search", self.texts["$search"])
        self._add("$apply", self.sections["$apply"])
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(hairline())
        column.addLayout(self._foot())

    def _add_hint(self) -> None:
        self._hints = QWidget()
        row = QHBoxLayout(self._hints)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._hint, 1)
        row.addWidget(self.refresh)
        self._grid.addWidget(self._hints, 0, 0, 1, 3)

    def _add(self, name: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        if name:
            caption = self._labels[name] = label(name)
            caption.setMinimumHeight(sizes().control)
            self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1, 1, 1 if name == "$orderby" else 2)

    def _made_numbers(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes().grid)
        row = QHBoxLayout()
        row.setSpacing(sizes().grid * 2)
        column.addLayout(row)
        column.addWidget(self._numbers_hint)
        row.addWidget(label("$top"))
        row.addWidget(self.top)
        row.addSpacing(sizes().grid)
        row.addWidget(label("$skip"))
        row.addWidget(self.skip)
        row.addSpacing(sizes().grid)
        row.addWidget(self.count)
        row.addStretch(1)
        return made

    def _arrange(self) -> None:
        """The numbers beside `$orderby` where there is room, else below it."""
        at = self._grid.indexOf(self.sections["$orderby"])
        row = self._grid.getItemPosition(at)[0]  # type: ignore[index]
        wide = self.width() >= WIDE * sizes().grid
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.removeWidget(self._numbers)
        self._grid.removeWidget(self.sections["$orderby"])
        self._grid.addWidget(self.sections["$orderby"], row, 1, 1, 1 if wide else 2)
        top = Qt.AlignmentFlag.AlignTop
        if wide:
            self._grid.addWidget(self._numbers, row, 2, top)
        else:
            self._grid.addWidget(self._numbers, row + 1, 1, 1, 2, top)

    def _foot(self) -> QHBoxLayout:
        grid = sizes().grid
        row = QHBoxLayout()
        row.setContentsMargins(grid * 3, grid, grid * 3, grid)
        row.setSpacing(grid * 2)
        row.addWidget(label("Goes out as", Role.HINT))
        row.addWidget(self.outgoing, 1)
        row.addWidget(self.copy)
        return row

    def _connect(self) -> None:
        for field in self.expressions.values():
            field.option_edited.connect(self._edit)
            field.editor.return_pressed.connect(self.send_requested)
            field.failed.connect(self.failed)
        for line in self._lines:
            line.option_edited.connect(self._edit)
            line.returnPressed.connect(self.send_requested)
        self.count.option_edited.connect(self._edit)
        for number in (self.top, self.skip):
            number.problem_changed.connect(self._show_number_problem)
        self.refresh.clicked.connect(self.refresh_requested)
        self.copy.clicked.connect(self._copy)

    def url(self) -> str:
        """The URL with what was edited here."""
        return self._url

    def show_url(self, url: str) -> None:
        """Another URL. What it says already is not touched: neither cursor nor focus move."""
        if url == self._url:
            return
        self._url = self._base = url
        self._edits.clear()
        self._show_options()
        self._show_hint()

    def show_surroundings(self, known: Surroundings) -> None:
        """What is known of the place that the URL points to."""
        self.surroundings = known
        self.count.show_dialect(known.dialect)
        for field in self.expressions.values():
            field.show_surroundings(known)
        for section in self.sections.values():
            section.show_surroundings(known)
        self._show_options()
        self._show_hint()

    def hint(self) -> str:
        """What is said about the service."""
        return self._hint.text()

    def show_outgoing(self, url: str, problem: str = "") -> None:
        """What *Send* would send; or why it would not."""
        self.outgoing.show_whole(problem or url)
        self.outgoing.setEnabled(not problem)
        self.copy.setEnabled(not problem)

    def focus_option(self, name: str) -> None:
        """Put the cursor into an option."""
        fields: dict[str, QWidget] = {"$top": self.top, "$skip": self.skip, "$count": self.count}
        fields |= {key: field.editor for key, field in self.expressions.items()}
        fields |= self.texts
        fields[name].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(fields[name])

    def leave(self) -> None:
        """The tab is being closed."""
        for field in self.expressions.values():
            field.leave()
        for section in self.sections.values():
            section.leave()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grid.setColumnMinimumWidth(0, NAMES * sizes().grid)

    def _edit(self, name: str, text: str | None) -> None:
        # From the URL as it came, so that what is typed back gives back its very bytes.
        self._edits[name] = text
        url = self._base
        for each, value in self._edits.items():
            url = with_option(url, each, value)
        if url != self._url:
            self._url = url
            self.url_edited.emit(url)

    def _show_options(self) -> None:
        for name, field in self.expressions.items():
            field.show_text(option(self._url, name))
        for line in self._lines:
            line.show_text(option(self._url, line.name))
        self.count.show_text(option(self._url, self.count.name))
        for name, text in self.texts.items():
            offered = self._offers(name) or option(self._url, name) is not None
            shown: QWidget = self.sections.get(name) or text
            shown.setVisible(offered)
            self._labels[name].setVisible(offered)

    def _offers(self, name: str) -> bool:
        """Whether the service may know an option; what it does not say, it may know."""
        known = self.surroundings
        if known.index is None or known.place is None:
            return known.dialect is Dialect.V4
        asked = search_offer if name == "$search" else apply_offer
        return asked(known.index, known.place.name) is not Offer.NO

    def _show_hint(self) -> None:
        known = self.surroundings
        words = ""
        if known.place is None:
            words = NO_SERVICE if self._url.strip() else ""
        elif known.index is None:
            words = NO_METADATA
        elif not known.type_name:
            words = NO_SET
        self._hint.setText(words)
        self._hints.setVisible(bool(words))
        self.refresh.setVisible(words == NO_METADATA)

    def _show_number_problem(self) -> None:
        problem = self.top.problem or self.skip.problem
        self._numbers_hint.setText(problem)
        self._numbers_hint.setVisible(bool(problem))
        set_tone(self._numbers_hint, Tone.BAD)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.outgoing.whole)
