"""The body of one answer as every view reads it: UTF-8 bytes, their language, what is odd."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from k2bench.apis.view import TableView, View
from k2bench.content.body_format import BodyFormat, format_of, is_svg
from k2bench.content.charset import Charset, as_utf8, detect
from k2bench.content.data import Data
from k2bench.content.oddities import oddities
from k2bench.core.problem import Problem
from k2bench.core.response import ResponseSnapshot
from k2bench.ui.response.background import Background, Work

if TYPE_CHECKING:
    from k2bench.workbench.table_layouts import TableLayouts

HEAD = 4096  # bytes that the language is told by


class BodySource(QObject):
    """Made for one answer; `ready` comes at once, or after the body was transcoded.

    Attributes:
        snapshot: the answer.
        views: how it may be looked at.
        data: the body in UTF-8; valid once `is_ready`.
        layouts: where the layouts of tables are remembered; None: nowhere.
        written_in: its language.
        is_svg: whether it is a drawing in XML.
        notes: what is odd about the body, one sentence each.
        arriving: whether the rest of the body is still on its way.
    """

    ready = Signal()
    failed = Signal(object)  # Problem
    noted = Signal()  # there are more notes

    def __init__(
        self,
        snapshot: ResponseSnapshot,
        views: tuple[View, ...],
        background: Background,
        layouts: "TableLayouts | None" = None,
        before: "BodySource | None" = None,
        arriving: bool = False,
    ) -> None:
        """`before`: the same answer when less of it had come."""
        super().__init__()
        self._answer: object = object() if before is None else before._answer
        self.arriving = arriving
        self.snapshot = snapshot
        self.views = views
        self.background = background
        self.layouts = layouts
        self.data: Data = snapshot.body.data
        self.is_ready = False
        self._checked = False
        head = snapshot.body[:HEAD]
        self._charset = detect(snapshot.header("content-type") or "", head)
        head = _in_utf8(head, self._charset)
        self.written_in, odd = format_of(snapshot.media_type, head)
        self.is_svg = self.written_in is BodyFormat.XML and is_svg(snapshot.media_type, head)
        self.notes = tuple(note for note in (self._charset.note, odd) if note)
        self._work: Work | None = None

    @property
    def table_view(self) -> TableView:
        """Where its rows are, and of which types, as far as told."""
        return next((each for each in self.views if isinstance(each, TableView)), TableView())

    def prepare(self) -> None:
        """Begin; to be called once, after the signals are connected."""
        if self._charset.is_utf8:
            self._begin(self.data)
            return
        data, charset = self.data, self._charset
        self._work = self.background.start_steps(
            lambda: as_utf8(data, charset), success=self._begin, failure=self._fail
        )

    def continues(self, other: "BodySource | None") -> bool:
        """Whether this is a longer part of the answer that `other` is a part of."""
        return other is not None and other is not self and other._answer is self._answer

    def check(self) -> None:
        """Look for what is odd about all of the body, once: for when it can be seen."""
        if self._checked or not self.is_ready:
            return
        self._checked = True
        if self.written_in not in (BodyFormat.IMAGE, BodyFormat.BINARY):
            data, charset = self.data, self._charset
            self._work = self.background.start_steps(
                lambda: oddities(data, charset), success=self._note, failure=self._fail
            )

    def drop(self) -> None:
        """Nobody looks at this answer any more."""
        if self._work is not None:
            self._work.drop()

    def _begin(self, data: Data) -> None:
        self.data = data
        self.is_ready = True
        self.ready.emit()

    def _note(self, said: tuple[str, ...]) -> None:
        self._work = None
        if said:
            self.notes += said
            self.noted.emit()

    def _fail(self, problem: Problem) -> None:
        self.failed.emit(problem)


def _in_utf8(head: bytes, charset: Charset) -> bytes:
    if charset.is_utf8:
        return head
    return head[charset.skip :].decode(charset.name, "ignore").encode("utf-8", "replace")
