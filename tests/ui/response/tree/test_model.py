import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from k2bench.content.cell import CellKind
from k2bench.content.json_tree import SMALL, JsonTree
from k2bench.ui.response.tree.model import NAME, VALUE, TreeModel, TreeRole
from tests.content.samples import SPELLINGS, VALUES, done, spelled

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
MOST = 1 << 20


def watched(model: TreeModel) -> TreeModel:
    model._tester = QAbstractItemModelTester(model, FATAL)  # type: ignore[attr-defined]
    return model


def model_of(text: bytes) -> TreeModel:
    tree = JsonTree(text)
    model = watched(TreeModel(tree))
    done(tree.read_all())
    model.grow()
    return model


def opened(model: TreeModel, index: QModelIndex) -> list[QModelIndex]:
    return [model.index(row, NAME, index) for row in range(model.rowCount(index))]


def lines(model: TreeModel, index: QModelIndex | None = None, depth: int = 0) -> list[str]:
    index = model.index(0, 0) if index is None else index
    words = f"{'  ' * depth}{index.data()}: {index.siblingAtColumn(VALUE).data()}"
    return [
        words,
        *(line for each in opened(model, index) for line in lines(model, each, depth + 1)),
    ]


def test_rows(qapp: object) -> None:
    model = model_of(b'{"a":[1.10,"x",[],{}],"a":null,"b":{"c":true}}')
    assert lines(model) == [
        "$: {…} 3 members",
        "  a: […] 4 items",
        "    0: 1.10",
        '    1: "x"',
        "    2: []",
        "    3: {}",
        "  a: null",
        "  b: {…} 1 member",
        "    c: true",
    ]
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in (0, 1)] == [
        "Name",
        "Value",
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES, SPELLINGS)
def test_it_agrees_with_a_parser(qapp: object, value: Any, spelling: dict[str, Any]) -> None:
    model = model_of(spelled(value, spelling))

    def seen(index: QModelIndex) -> Any:
        below = opened(model, index)
        kind = index.siblingAtColumn(VALUE).data(TreeRole.KIND)
        if kind is CellKind.OBJECT:
            place = [model.place_of(each) for each in below]
            return [
                (model.tree.name(p), seen(each)) for p, each in zip(place, below, strict=True) if p
            ]
        if kind is CellKind.ARRAY:
            return list(map(seen, below))
        return json.loads(model.text_of(index, MOST, True) or "")

    assert seen(model.index(0, 0)) == as_lists(value)


def as_lists(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, as_lists(each)) for key, each in value.items()]
    return list(map(as_lists, value)) if isinstance(value, list) else value


@pytest.mark.parametrize("body", [b"42", b'"x"', b"null", b"", b"hello", b"[", b"{}", b"[[]]"])
def test_there_is_always_one_row(qapp: object, body: bytes) -> None:
    model = model_of(body)
    assert model.rowCount() == 1
    assert len(lines(model)) == (2 if body == b"[[]]" else 1)


def test_ranges(qapp: object) -> None:
    model = model_of(json.dumps(list(range(10_101))).encode())
    root = model.index(0, 0)
    ranges = opened(model, root)
    assert [each.data() for each in ranges] == ["[0..9999]", "[10000..10100]"]
    assert all(model.is_range(each) for each in ranges)
    inner = opened(model, ranges[1])
    assert [each.data() for each in inner] == ["[10000..10099]", "[10100..10100]"]
    (last,) = opened(model, inner[1])
    assert (last.data(), last.siblingAtColumn(VALUE).data()) == ("10100", "10100")
    assert model.path_of(last) == "$[10100]"
    assert model.path_of(inner[1]) == "$"
    assert model.place_of(inner[1]) is None
    assert json.loads(model.text_of(inner[0], MOST, True) or "") == list(range(10_000, 10_100))


def test_a_range_of_members_is_an_object(qapp: object) -> None:
    model = model_of(json.dumps({f"k{number}": number for number in range(150)}).encode())
    _, last = opened(model, model.index(0, 0))
    assert last.data() == "[100..149]"
    text = model.text_of(last, MOST, False) or ""
    assert json.loads(text) == {f"k{number}": number for number in range(100, 150)}


def test_paths_and_texts(qapp: object) -> None:
    model = model_of(b'{"value":[{"it\'s":"a\\nb"}]}')
    index = model.index_of([0, 0, 0])
    assert model.path_of(index) == "$['value'][0]['it\\'s']"
    assert model.text_of(index, MOST, as_json=False) == "a\nb"
    assert model.text_of(index, MOST, as_json=True) == '"a\\nb"'
    assert model.text_of(index, 3, as_json=True) is None
    assert model.text_of(index.parent(), MOST, as_json=False) == '{"it\'s":"a\\nb"}'
    assert model.path_of(model.index(0, 0)) == "$"


def test_the_way_through_ranges(qapp: object) -> None:
    tree = JsonTree(json.dumps({"v": [{"n": number} for number in range(30_000)]}).encode())
    done(tree.read_all())
    model = TreeModel(tree)
    model.grow()
    index = model.index_of([0, 12_345, 0])
    assert model.path_of(index) == "$['v'][12345]['n']"
    assert index.siblingAtColumn(VALUE).data() == "12345"
    assert model.path_of(model.index_of([0, 99_999])) == "$['v']"
    assert model.path_of(model.index_of([7])) == "$"


def test_rows_come_while_they_are_found(qapp: object) -> None:
    row = b'{"ID":%d,"Text":"' + b"x" * 400 + b'"}'
    text = b'{"value":[' + b",".join(row % n for n in range(1_550)) + b'],"end":1}'
    tree = JsonTree(text)
    model = watched(TreeModel(tree))
    steps = tree.read_all()
    root = model.index(0, 0)
    assert model.rowCount(root) == 0
    while not model.rowCount(root):
        next(steps)
        model.grow()
    value = model.index(0, 0, root)
    assert value.siblingAtColumn(VALUE).data() == "[…]"
    while not model.rowCount(value):
        next(steps)
        model.grow()
    assert value.siblingAtColumn(VALUE).data().endswith("so far")
    seen = set()
    for _ in steps:
        model.grow()
        seen.add(model.rowCount(value))
    model.grow()
    assert len(seen) > 1
    assert model.rowCount(value) == 16
    assert value.siblingAtColumn(VALUE).data() == "[…] 1,550 items"
    assert [model.index(row, 0, root).data() for row in range(model.rowCount(root))] == [
        "value",
        "end",
    ]


def test_a_large_container_that_was_not_read_is_asked_for(qapp: object) -> None:
    large = json.dumps(["x" * 20] * (SMALL // 10))
    tree = JsonTree(f'[{{"a":{large}}}]'.encode())  # within a row nothing is looked through
    model = watched(TreeModel(tree))
    asked: list[int] = []
    model.read_requested.connect(asked.append)
    done(tree.read_all())
    model.grow()
    row = model.index_of([0])
    assert asked == [1]  # by the watcher, which opens all
    assert row.siblingAtColumn(VALUE).data() == "{…} 79 KB"
    done(tree.read(1))
    model.grow()
    assert model.rowCount(row) == 1
    assert not model.canFetchMore(row)


def test_what_stands_before_a_flaw(qapp: object) -> None:
    model = model_of(b'{"value":[{"ID":1},{"ID":2,"Na')  # the last name has no end
    assert lines(model) == [
        "$: {…} 1 member",
        "  value: […] 2 items",
        "    0: {…} 1 member",
        "      ID: 1",
        "    1: {…} 1 member",
        "      ID: 2",
    ]


def test_any_depth_can_be_opened_row_by_row(qapp: object) -> None:
    model = model_of(b"[" * 10_000 + b"]" * 10_000)
    index = model.index_of([0] * 50)
    assert model.path_of(index) == "$" + "[0]" * 50
    assert model.expandable(index)


def test_odd_names_on_one_line(qapp: object) -> None:
    model = model_of(b'{"a\\nb":1,"\\u202ex":NaN,"<b>c</b>":"<i>"}')
    assert model.index_of([0]).data() == "a⏎b"
    assert model.index_of([1]).data() == "\ufffdx"
    index = model.index_of([2]).siblingAtColumn(VALUE)
    assert (
        index.data(Qt.ItemDataRole.ToolTipRole)
        == "<p style='white-space: pre-wrap'>\"&lt;i&gt;\"</p>"
    )
