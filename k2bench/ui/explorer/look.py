"""The icon of each kind of node; the word for it is in its accessible text."""

from functools import cache

from PySide6.QtGui import QIcon

from k2bench.apis.catalogue import NodeKind
from k2bench.ui.kit.icons import icon

_LOOKS = {
    NodeKind.SERVICE: ("environment", "dim"),
    NodeKind.ENTITY_SET: ("table", "dim"),
    NodeKind.SINGLETON: ("pin", "dim"),
    NodeKind.FUNCTION: ("function", "dim"),
    NodeKind.ACTION: ("play", "dim"),
    NodeKind.METHOD: ("play", "dim"),
    NodeKind.PARAMETER: ("dot", "dim"),
    NodeKind.KEY: ("key", "violet"),
    NodeKind.PROPERTY: ("dot", "dim"),
    NodeKind.NAVIGATION: ("link", "dim"),
    NodeKind.ENTITY_TYPE: ("type", "dim"),
    NodeKind.COMPLEX_TYPE: ("braces", "dim"),
    NodeKind.ENUM_TYPE: ("list", "dim"),
    NodeKind.TYPE_DEFINITION: ("hash", "dim"),
    NodeKind.MEMBER: ("dot", "dim"),
    NodeKind.GROUP: ("folder", "dim"),
    NodeKind.NOTE: ("info", "dim"),
    NodeKind.ADDED: ("plus", "good"),
    NodeKind.REMOVED: ("minus", "bad"),
    NodeKind.CHANGED: ("edit", "warn"),
}


@cache
def icon_of(kind: NodeKind) -> QIcon:
    """Follows the theme by itself."""
    return icon(*_LOOKS[kind])
