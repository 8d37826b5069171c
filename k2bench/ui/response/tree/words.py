"""How the values of a tree are worded on one line."""

from k2bench.content.cell import SHOWN, CellKind, cell_of
from k2bench.content.json_children import Children
from k2bench.ui.kit.glyphs import shown
from k2bench.ui.response.wording import short_size

LONGEST = 300  # characters of a value that are shown
READ = 8 * SHOWN  # bytes that are enough to show them


def one_line(text: str) -> str:
    """A text without line breaks; other control characters become visible placeholders."""
    if text.isprintable():
        return text
    return shown(text.replace("\r\n", "\n").replace("\n", "⏎").replace("\t", " "))


def value_words(raw: bytes, size: int) -> tuple[CellKind, str]:
    """What a string, number or word holds, and how it is shown.

    Args:
        raw: its first READ bytes.
        size: bytes of the whole.
    """
    cell = cell_of(raw)
    text = one_line(cell.text[:LONGEST])
    cut = size > len(raw) or len(cell.text) > LONGEST
    more = f"… ({short_size(size)})" if cut else ""
    if cell.kind is CellKind.STRING:
        return cell.kind, f'"{text}{more}' if cut else f'"{text}"'
    return cell.kind, text + more


def container_words(is_object: bool, children: Children | None, size: int) -> str:
    """`{…} 12 members`, `[…] 1,000 items`; by its size as long as they were not counted."""
    brackets = "{…}" if is_object else "[…]"
    if children is None or not children.is_begun:
        return f"{brackets} {short_size(size)}" if size else brackets
    count = children.count
    if not count and children.is_complete:
        return "{}" if is_object else "[]"
    noun = "member" if is_object else "item"
    words = f"{brackets} {count:,} {noun}{'' if count == 1 else 's'}"
    return words if children.is_complete else f"{words} so far"
