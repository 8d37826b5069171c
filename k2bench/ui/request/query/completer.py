"""Completes what is typed into an editor; what may come is found on the work lane."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from k2bench.apis.odata.querying.suggestions import Suggestion
from k2bench.core.problem import Problem
from k2bench.ui.request.query.expression_editor import ExpressionEditor
from k2bench.ui.request.query.lane_work import Option, offers_at
from k2bench.ui.request.query.latest import Latest
from k2bench.ui.request.query.surroundings import NOWHERE, Surroundings
from k2bench.ui.response.background import Background

PAUSE = 80  # milliseconds without a key
MOST = 50  # offers that are shown


class Completer(QObject):
    """Shows the list at a wish, and while a name is typed."""

    def __init__(
        self,
        editor: ExpressionEditor,
        option: Callable[[], Option],
        background: Background,
        failure: Callable[[Problem], None],
    ) -> None:
        super().__init__(editor)
        self.known: Surroundings = NOWHERE
        self._editor = editor
        self._option = option
        self._asking = Latest(self, background, failure)
        self._wished = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        editor.completion_wanted.connect(self._want)

    def leave(self) -> None:
        """The page is being closed."""
        self._pause.stop()
        self._asking.drop()

    def _want(self, wished: bool) -> None:
        self._wished = wished
        if wished:
            self._ask()
        else:
            self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        option, position, known = self._option(), self._editor.position(), self.known
        self._asking.ask(
            lambda: offers_at(option, position, known.index, known.type_name),
            lambda offers: self._show(option, position, offers),
        )

    def _show(self, option: Option, position: int, offers: tuple[Suggestion, ...]) -> None:
        same = option == self._option() and position == self._editor.position()
        if not same or not self._editor.hasFocus() or self._editor.isReadOnly():
            return
        start = offers[0].start if offers else position
        typed = option.text[start:position]
        if not self._wished:
            whole = offers and offers[0].text == typed
            if whole or not (typed or option.text[:position].endswith("/")):
                offers = ()  # Enter would put in what nobody asked for
        self._editor.show_offers(offers[:MOST], start)
