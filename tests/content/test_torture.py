"""Every reader of this room survives JSONTestSuite, and agrees with a parser on what is JSON."""

import json
from typing import Any

import pytest

from k2bench.content import json_outline
from k2bench.content.body_format import BodyFormat, format_of
from k2bench.content.charset import as_utf8, detect
from k2bench.content.folded_lines import folded_below
from k2bench.content.highlight import highlighter
from k2bench.content.json_children import Child
from k2bench.content.json_locate import path_to
from k2bench.content.json_members import at_once
from k2bench.content.json_text import loose_value
from k2bench.content.json_tree import JsonTree
from k2bench.content.pretty_json import PrettyJson
from k2bench.content.table_reading import TableReading
from k2bench.content.table_sort import sort_order
from k2bench.content.text_lines import TextLines
from k2bench.content.tree_search import TreeSearch
from k2bench.content.wanted import Wanted
from tests.content.samples import done
from tests.content.torture import CASES

LARGE = ("n_structure_100000_opening_arrays", "n_structure_open_array_object")
UTF_16 = "i_string_UTF-16LE_with_BOM"


@pytest.fixture(params=CASES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def data(name: str) -> bytes:
    """The bytes as every reader gets them."""
    sent = CASES[name]
    return bytes(done(as_utf8(sent, detect("application/json", sent))))


def texts(lines: PrettyJson | TextLines) -> list[str]:
    return [lines.text(line) for line in range(lines.count())]


def test_there_are_318() -> None:
    kinds = [name[0] for name in CASES]
    assert [len(kinds), *map(kinds.count, "yni")] == [318, 95, 188, 35]


def test_the_language_is_told(name: str, data: bytes) -> None:
    told, _ = format_of("application/json", data[:4096])
    seen, _ = format_of("", data[:4096])
    assert isinstance(seen, BodyFormat)
    if name.startswith("y_"):
        assert told is BodyFormat.JSON


def test_as_a_table(name: str, data: bytes) -> None:
    reading = done(TableReading(data).read())
    table = reading.table
    if table is None:
        return
    for row in range(table.rows.count):
        for place, column in enumerate(table.columns):
            assert isinstance(table.cell(row, place).text, str)
            assert isinstance(table.text(row, column.name), str)
    for column in table.columns:
        order = done(sort_order(table.rows, column.name))
        assert sorted(order) == list(range(table.rows.count))


PIECES = [(name, json_outline.PIECE) for name in CASES] + [
    (name, 8)
    for name in CASES
    if name not in LARGE  # larger than a piece as they are
]


@pytest.mark.parametrize(("name", "piece"), PIECES, indirect=["name"])
def test_as_laid_out(name: str, data: bytes, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_outline, "PIECE", piece)
    monkeypatch.setattr(json_outline, "SLOW", piece // 2)
    lines = done(PrettyJson(data).read())
    colour = highlighter(BodyFormat.JSON)
    assert colour is not None
    for line, text in enumerate(texts(lines)):
        assert "\n" not in text
        assert all(0 <= start <= start + size <= len(text) for start, size, _ in colour(text))
        if line % (1 + lines.count() // 500):
            continue
        fold = lines.fold_at(line)
        assert fold is None or fold.first <= line <= fold.last < lines.count()
        assert not lines.opens(line) or (fold is not None and fold.first == line)
        lines.long_value(line)
    assert done(folded_below(lines, 1)).count() <= lines.count()
    if name.startswith("y_"):
        assert lines.flaw is lines.odd is None
        whole = "\n".join(map(lines.full_text, range(lines.count())))
        assert json.loads(whole) == json.loads(data)
    else:
        if name.startswith("n_") and data and piece > 8:  # one value may be larger than a piece
            assert lines.flaw or lines.odd
        # nothing that was sent is lost
        shown = "".join("".join(map(lines.full_text, range(lines.count()))).split())
        sent = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        assert shown == "".join(sent.split())


def test_as_it_was_sent(name: str, data: bytes) -> None:
    lines = done(TextLines(data).read())
    shown = "".join(
        ("" if not line or lines.goes_on(line) else "\n") + text
        for line, text in enumerate(texts(lines))
    )
    assert shown == data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").removesuffix("\n")
    assert lines.number(lines.count() - 1) == shown.count("\n") + 1


def test_as_a_value(name: str, data: bytes) -> None:
    value = loose_value(data)
    if name.startswith("y_"):
        assert value == json.loads(data)


@pytest.mark.parametrize("name", [UTF_16, "i_string_utf16LE_no_BOM", "i_string_utf16BE_no_BOM"])
def test_another_encoding_is_read(name: str, data: bytes) -> None:
    assert texts(done(PrettyJson(data).read())) == ["[", '  "é"', "]"]


def value_in(tree: JsonTree, child: Child) -> Any:
    """The value as the tree has it; the last of the same keys counts, as for a parser."""
    if not tree.is_container(child.start):
        return json.loads(tree.json_text(child))
    children = done(tree.read(child.start))
    below = [children.child(number) for number in range(children.count)]
    values = [value_in(tree, each) for each in below]
    return dict(zip(map(tree.name, below), values, strict=True)) if children.is_object else values


def test_as_a_tree(name: str, data: bytes) -> None:
    tree = done(JsonTree(data).read_all())
    seen, waiting = 0, [tree.root_place()]
    while waiting and seen < 50:
        child, seen = waiting.pop(), seen + 1
        assert isinstance(tree.value_text(child), str)
        assert isinstance(tree.name(child), str | None)
        if tree.is_container(child.start):
            children = done(tree.read(child.start))
            waiting += [children.child(number) for number in range(children.count)]
    if name.startswith("y_"):
        assert tree.flaw is None
        assert value_in(tree, tree.root_place()) == json.loads(data)


def test_as_a_tree_that_is_searched(data: bytes) -> None:
    search = TreeSearch(Wanted("a"), data)
    done(search.run())
    tree = done(JsonTree(data).read_all())
    for hit in range(len(search.hits)):
        at, end = search.hits[hit]
        assert at < end <= len(data)
        assert all(number >= 0 for number in at_once(path_to(tree, data, at)))
