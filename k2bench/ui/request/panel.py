"""What is to be sent: method, URL, parameters, headers, body. Values in, intents out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from k2bench.apis.odata.place import speaks_odata
from k2bench.core.authorization import Auth
from k2bench.core.request import Pair, RequestSpec
from k2bench.core.url_params import params_of, with_params
from k2bench.ui.kit.buttons import Button
from k2bench.ui.kit.method_box import MethodBox
from k2bench.ui.kit.pairs_editor import PairsEditor
from k2bench.ui.kit.tab_strip import TabStrip
from k2bench.ui.kit.tones import sizes
from k2bench.ui.request.body_editor import BodyEditor
from k2bench.ui.request.late_page import LatePage


class RequestPanel(QWidget):
    """One request under edit."""

    send_requested = Signal()
    cancel_requested = Signal()
    edited = Signal()
    changed = Signal()  # by hand, or another request is shown

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Request")
        self.method = MethodBox()
        self.url = QLineEdit()
        self.url.setAccessibleName("Request URL")
        self.url.setPlaceholderText("{{odata}}/EmployeeSample, or any URL")
        self.url.setProperty("body", "true")
        self.send = Button("Send", primary=True)
        self.cancel = Button("Cancel")
        self.query = LatePage()
        self.params = PairsEditor("Params")
        self.headers = PairsEditor("Headers")
        self.body = BodyEditor()
        self.pages = TabStrip("Request pages")
        pages = {"Query": self.query, "Params": self.params}
        for name, page in (pages | {"Headers": self.headers, "Body": self.body}).items():
            self.pages.add_page(name, page)
        self.pages.show_page("Params")
        self._page_chosen = False  # by a person: then it stays
        self.pages.setMinimumHeight(sizes().grid * 30)  # its pages can be scrolled
        self._name = ""
        self._auth: Auth | None = None
        self._lay_out()
        self._connect()
        self.show_busy(False)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(*[sizes().grid * 3] * 4)
        bar.setSpacing(sizes().grid * 2)
        bar.addWidget(self.method)
        bar.addWidget(self.url, 1)
        bar.addWidget(self.send)
        bar.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.send.clicked.connect(self.send_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.url.returnPressed.connect(self.send_requested)
        self.url.textEdited.connect(self._url_edited)
        self.params.pairs_changed.connect(self._params_edited)
        self.headers.pairs_changed.connect(self._edited)
        self.method.method_changed.connect(self._edited)
        self.body.edited.connect(self._edited)
        self.pages.page_changed.connect(self._choose_page)

    def spec(self) -> RequestSpec:
        """The request as it stands in the fields."""
        return RequestSpec(
            self.method.method(),
            self.url.text(),
            self.headers.pairs(),
            self.body.body(),
            tuple(pair for pair in self.params.pairs() if not pair.enabled),
            self._name,
            self._auth,
        )

    def show_spec(self, spec: RequestSpec) -> None:
        """Put another request into the fields."""
        self._name = spec.name
        self._auth = spec.auth
        self.method.show_method(spec.method)
        self.url.setText(spec.url)
        self.url.setCursorPosition(0)
        self.params.show_pairs((*params_of(spec.url), *spec.unsent_params))
        self.headers.show_pairs(spec.headers)
        self.body.show_body(spec.body)
        self._count()
        self._offer_page(typed=False)
        self.changed.emit()

    def edit_url(self, url: str) -> None:
        """Another URL from one of the pages; the table of parameters follows."""
        self.url.setText(url)
        self._url_edited(url)

    def auth(self) -> Auth | None:
        """The request's own authorization; None: its environment's."""
        return self._auth

    def show_auth(self, auth: Auth | None) -> None:
        """Another authorization of its own, or none."""
        self._auth = auth
        self.edited.emit()

    def show_busy(self, busy: bool) -> None:
        """Whether the request is under way."""
        self.send.setVisible(not busy)
        self.cancel.setVisible(busy)

    def focus_url(self) -> None:
        """Put the cursor into the URL."""
        self.url.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.url.selectAll()

    def focus_field(self, name: str) -> bool:
        """Put the cursor into the field that a problem names; False: it is not in here."""
        if name in ("URL", "Request URL"):
            self.focus_url()
        elif name == "Method":
            self.method.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name in self.pages.names():
            self.pages.show_page(name)
        else:
            return False
        return True

    def _url_edited(self, url: str) -> None:
        unsent = tuple(pair for pair in self.params.pairs() if not pair.enabled)
        self.params.show_pairs((*params_of(url), *unsent))
        self._offer_page(typed=True)
        self._edited()

    def _params_edited(self) -> None:
        self.url.setText(with_params(self.url.text(), _escaped(self.params.pairs())))
        self._edited()

    def _edited(self) -> None:
        self._count()
        self.changed.emit()
        self.edited.emit()

    def _offer_page(self, typed: bool) -> None:
        """Open the page that fits the URL, unless a person has chosen one."""
        if self._page_chosen:
            return
        self.pages.blockSignals(True)
        if speaks_odata(self.url.text()):
            self.pages.show_page("Query")
        elif not typed:  # half a URL does not turn the page back
            self.pages.show_page("Params")
        self.pages.blockSignals(False)

    def _choose_page(self) -> None:
        self._page_chosen = True

    def _count(self) -> None:
        for name, table in (("Params", self.params), ("Headers", self.headers)):
            self.pages.show_count(name, sum(pair.enabled for pair in table.pairs()))


def _escaped(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """A `&` or `#` typed into a cell would end the value in the URL; everything else stays."""
    return tuple(
        Pair(
            pair.name.replace("&", "%26").replace("#", "%23").replace("=", "%3D"),
            pair.value.replace("&", "%26").replace("#", "%23"),
            pair.enabled,
        )
        for pair in pairs
    )
