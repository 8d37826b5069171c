"""A JSON body as a tree: a node is a few offsets, and nothing of it is read before it is asked for.

While the children of one container are found, so are those of the large containers within: a
large array that is opened later is there at once. It does not know how a tree is drawn.
"""

from k2bench.content.data import Data, Pauses, Progress, Steps
from k2bench.content.json_children import Child, Children
from k2bench.content.json_members import at_once
from k2bench.content.json_scan import (
    Flaw,
    FlawError,
    check_scalar,
    skip_blank,
    text_start,
    value_end,
)
from k2bench.content.json_text import string_text

SMALL = 1 << 15  # bytes of a container whose children are found in a moment
LEVELS = 8  # large containers within each other that are looked through together


class JsonTree:
    """The values of one body by their offsets.

    One thread runs `read` and `read_all`; others may use what was found.

    Attributes:
        root: where the outermost value starts.
        flaw: why the body could not be read to its end, or None.
        is_complete: whether `read_all()` is through.
    """

    def __init__(self, data: Data) -> None:
        self.root = text_start(data)
        self.flaw: Flaw | None = None
        self.is_complete = False
        self._data = data
        self._end = 0
        self._reached = 0
        self._found: dict[int, Children] = {}

    def root_place(self) -> Child:
        """Where the outermost value stands; its end is known after `read_all()`."""
        return Child(self.root, self.root, self.root, self._end)

    def children(self, at: int) -> Children:
        """The children of the container at an offset; perhaps still to be read."""
        found = self._found.get(at)
        if found is None:
            found = self._found.setdefault(at, Children(self._data, at))
        return found

    def known(self, at: int) -> Children | None:
        """The children of the container at an offset if anybody has asked for them."""
        return self._found.get(at)

    def read_all(self) -> Steps["JsonTree"]:
        """Find the children of the outermost value, and where it ends. It never raises."""
        total = len(self._data)
        try:
            for _ in self._root():
                yield Progress(self._reached, total)
        except FlawError as error:
            self.flaw = error.flaw
        self.is_complete = True
        yield Progress(total, total)
        return self

    def read(self, at: int) -> Steps[Children]:
        """Find the children of one container. It never raises."""
        children, total = self.children(at), len(self._data)
        for _ in children.read(lambda inner: self._look(inner, LEVELS)):
            yield Progress(children.reached, total)
        return children

    def read_now(self, at: int) -> Children:
        """The children of a container of at most SMALL bytes."""
        children = self.children(at)
        at_once(children.read())
        return children

    def is_container(self, at: int) -> bool:
        """Whether an object or an array starts at an offset."""
        return self._data[at : at + 1] in (b"{", b"[")

    def is_empty(self, at: int) -> bool:
        """Whether the container that starts at an offset has no children."""
        inside = skip_blank(self._data, at + 1)
        return self._data[inside : inside + 1] in (b"}", b"]", b"")

    def name(self, child: Child) -> str | None:
        """The key of a child; None in an array."""
        if child.key == child.key_end:
            return None
        return string_text(self._data[child.key : child.key_end])

    def json_text(self, child: Child) -> str:
        """The value as it was sent; unreadable bytes become U+FFFD."""
        return self.raw(child).decode("utf-8", "replace")

    def value_text(self, child: Child) -> str:
        """The whole value: strings without quotes and escapes, anything else as it was sent."""
        raw = self.raw(child)
        return string_text(raw) if raw[:1] == b'"' else raw.decode("utf-8", "replace")

    def raw(self, child: Child, most: int | None = None) -> bytes:
        """The bytes of a value, or the first of them."""
        end = child.end or len(self._data)
        return self._data[child.start : end if most is None else min(end, child.start + most)]

    def size(self, child: Child) -> int:
        """Bytes of a value; 0 if it is not known."""
        return child.end - child.start if child.end else 0

    def extent(self, child: Child) -> int:
        """Bytes of a value; of one without a known end, those that it has at most."""
        return (child.end or len(self._data)) - child.start

    def _root(self) -> Pauses[None]:
        if self.is_container(self.root):
            end = yield from self._look(self.root, LEVELS)
        else:
            end = yield from value_end(self._data, self.root)
            check_scalar(self._data, self.root, end)
        self._end = end
        end = skip_blank(self._data, end)
        if end < len(self._data):
            raise FlawError("More text follows the end of the JSON", end)

    def _look(self, at: int, levels: int) -> Pauses[int]:
        """Find the children of a large container. Returns the offset behind it."""
        known = self._found.get(at)
        if not levels or (known and known.is_begun):  # somebody else may be at it: do not wait
            return (yield from value_end(self._data, at))
        children = self.children(at)
        for _ in children.read(lambda inner: self._look(inner, levels - 1)):
            self._reached = max(self._reached, children.reached)
            yield
        if children.flaw:
            raise FlawError(children.flaw.reason, children.flaw.at)
        return children.end
