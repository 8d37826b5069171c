"""Turns the events of a parser into values, from the leaves upwards.

It keeps one frame for each open element, so the work of an event is small whatever the depth. It
knows neither the parser nor what the values mean.
"""

import re
from typing import Any

from k2bench.apis.odata.metadata.building_annotations import ANNOTATIONS, expression
from k2bench.apis.odata.metadata.building_associations import ASSOCIATIONS
from k2bench.apis.odata.metadata.building_document import DOCUMENT
from k2bench.apis.odata.metadata.building_service import SERVICE
from k2bench.apis.odata.metadata.building_types import TYPES
from k2bench.apis.odata.metadata.error import unreadable
from k2bench.apis.odata.metadata.scope import Attributes, Build, Scope

BUILDERS: dict[str, Build] = {**DOCUMENT, **TYPES, **SERVICE, **ANNOTATIONS, **ASSOCIATIONS}

_OURS = re.compile(
    r"http://docs\.oasis-open\.org/odata/ns/edmx?|"
    r"http://schemas\.microsoft\.com/ado/\d{4}/\d{2}/edmx?"
)
MOST = 1_000_000  # elements; a document of 10 MB has some 150,000
_FRAME = ("Edmx", "DataServices", "Schema")
PREFIXES = {
    "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata": "m",
    "http://schemas.microsoft.com/ado/2009/02/edm/annotation": "annotation",
    "http://www.sap.com/protocols/sapdata": "sap",
}
"""Namespaces (in small letters) whose attributes are kept under a short name."""


class Elements:
    """Hears `start`, `data` and `end` in the order of a document."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._frames: list[tuple[str, Attributes, list[Any]]] = [("", {}, [])]
        self._text: list[str] = []
        self._names: dict[str, str] = {}
        self._adopted: set[str] = set()
        self._count = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element opens. `tag` and the names of attributes are `{namespace}name` or `name`.

        Raises:
            MetadataError: it is the root, and not one of metadata; or there are too many.
        """
        self._count += 1
        if self._count > MOST:
            raise unreadable("The metadata has more than a million parts", "It is not read.")
        name = self._names.get(tag) or self._learn(tag)
        attributes = dict(attributes)
        for key in attributes:
            if key[0] == "{":
                attributes = {_short(each): attributes[each] for each in attributes}
                break
        if name == "Schema":
            self._scope.enter(attributes.get("Namespace", ""), attributes.get("Alias", ""))
        self._frames.append((name, attributes, []))
        self._text.clear()

    def data(self, text: str) -> None:
        """Characters between two tags."""
        self._text.append(text)

    def end(self, tag: str) -> None:
        """The innermost element closes."""
        name, attributes, children = self._frames.pop()
        build = BUILDERS.get(name)
        if build is not None:
            value = build(self._scope, attributes, children)
        elif name[:1] == "{":
            return
        else:
            text = "".join(self._text)
            value = expression(self._scope, name, attributes, children, text)
        self._text.clear()
        if value is not None:
            self._frames[-1][2].append(value)

    def doctype(self, name: str, public_id: str | None, system_id: str | None) -> None:
        """A document type, in a coding that hid it before.

        Raises:
            MetadataError: always.
        """
        raise unreadable("The document has a document type", "OData needs none: it is not read.")

    def close(self) -> None:
        """The document is over."""

    def let_go(self) -> None:
        """Forget the scope: lxml holds its target in a circle until the garbage is collected."""
        self._scope = Scope()
        self._frames.clear()

    def _learn(self, tag: str) -> str:
        """The short name of an element of OData; others keep their namespace."""
        namespace, _, local = tag.rpartition("}")
        namespace = namespace.removeprefix("{")
        depth = len(self._frames) - 1
        if depth == 0 and local not in ("Edmx", "Schema"):
            hint = f"Its outermost element is {local[:60]}, which should be edmx:Edmx."
            raise unreadable("What came is XML, but not metadata", hint)
        if not _OURS.fullmatch(namespace) and namespace not in self._adopted:
            if local not in _FRAME or depth > 2:
                return tag if namespace else self._names.setdefault(tag, "{}" + local)
            self._adopt(namespace, local)
        self._names[tag] = local
        return local

    def _adopt(self, namespace: str, local: str) -> None:
        self._adopted.add(namespace)
        where = f"the namespace “{namespace[:80]}”" if namespace else "no namespace"
        self._scope.note(
            f"{local} is in {where}, which is not one of OData's",
            "It was read as if it were.",
        )


def _short(name: str) -> str:
    if name[0] != "{":
        return name
    namespace, _, local = name[1:].partition("}")
    if _OURS.fullmatch(namespace):
        return local
    prefix = PREFIXES.get(namespace.lower().rstrip("/"))
    return f"{prefix}:{local}" if prefix else name
