"""Which pages an answer has, and how each is made. The one place that knows them all."""

from typing import assert_never

from k2bench.apis.view import Language, TableView, TextView, TreeView, View
from k2bench.content.body_format import BodyFormat
from k2bench.ui.response.body_source import BodySource
from k2bench.ui.response.page import Page


def page_names(source: BodySource) -> tuple[str, ...]:
    """The tabs for an answer, from left to right."""
    if not len(source.snapshot.body):
        return ("Headers",)
    if source.written_in is BodyFormat.IMAGE:
        return ("Image", "Hex", "Headers")
    if source.written_in is BodyFormat.BINARY:
        return ("Hex", "Raw", "Headers")
    named = dict.fromkeys(_name(view) for view in source.views)
    if source.written_in is not BodyFormat.JSON:  # it may be said to be JSON and yet be HTML
        named.pop("Table", None)
        named.pop("Tree", None)
    drawing = ("Image",) if source.is_svg else ()
    return (*drawing, *filter(None, named), "Raw", "Headers")


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
    """
    match name:
        case "Table":
            from k2bench.ui.response.table_page import TablePage

            return TablePage()
        case "Pretty":
            from k2bench.ui.response.text_page import pretty_page

            return pretty_page()
        case "Tree":
            from k2bench.ui.response.tree_page import TreePage

            return TreePage()
        case "Image":
            from k2bench.ui.response.image_page import ImagePage

            return ImagePage()
        case "Hex":
            from k2bench.ui.response.text_page import hex_page

            return hex_page()
        case "Raw":
            from k2bench.ui.response.text_page import raw_page

            return raw_page()
        case "Headers":
            from k2bench.ui.response.headers_page import HeadersPage

            return HeadersPage()
    raise ValueError(f"there is no page {name}")
