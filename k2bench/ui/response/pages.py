"""Which pages an answer has, and how each is made. The one place that knows them all."""

from pkgutil import resolve_name
from typing import assert_never

from k2bench.apis.view import Language, TableView, TextView, TreeView, View
from k2bench.content.body_format import BodyFormat
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.page import Page

_MAKERS = {
    "Table": "table.page:TablePage",
    "Pretty": "text_page:pretty_page",
    "Tree": "tree.page:TreePage",
    "Image": "image_page:ImagePage",
    "Hex": "text_page:hex_page",
    "Chart": "chart.page:ChartPage",
    "Raw": "text_page:raw_page",
    "Headers": "headers_page:HeadersPage",
    "Timeline": "timeline_page:TimelinePage",
}


def load() -> None:
    """Import what shows most answers; on another thread, after the first paint."""
    for name in ("Table", "Pretty"):
        resolve_name(f"k2bench.ui.response.{_MAKERS[name]}")


def page_names(source: BodySource) -> tuple[str, ...]:
    """The tabs for an answer, from left to right."""
    if not len(source.snapshot.body):
        return ("Headers", "Timeline")
    if source.written_in is BodyFormat.IMAGE:
        return ("Image", "Hex", "Headers", "Timeline")
    if source.written_in is BodyFormat.BINARY:
        return ("Hex", "Raw", "Headers", "Timeline")
    named = dict.fromkeys(_name(view) for view in source.views)
    if source.written_in is not BodyFormat.JSON:  # it may be said to be JSON and yet be HTML
        named.pop("Table", None)
        named.pop("Tree", None)
    chart = ("Chart",) if "Table" in named else ()
    drawing = ("Image",) if source.is_svg else ()
    return (*drawing, *filter(None, named), *chart, "Raw", "Headers", "Timeline")


def _name(view: View) -> str:
    """The tab of a view; empty where another tab shows the same."""
    match view:
        case TableView():
            return "Table"
        case TextView(language):
            return "" if language is Language.PLAIN else "Pretty"
        case TreeView():
            return "Tree"
        case _:
            assert_never(view)


def make_page(name: str) -> Page:
    """A page by the name of its tab.

    Each is imported at its first use: what parses bodies must not be loaded before the first
    paint of the window.

    Raises:
        ValueError: There is none of this name.
    """
    maker = _MAKERS.get(name)
    if maker is None:
        raise ValueError(f"there is no page {name}")
    page: Page = resolve_name(f"k2bench.ui.response.{maker}")()
    return page
