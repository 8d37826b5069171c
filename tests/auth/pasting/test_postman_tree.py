from k2bench.auth.pasting.postman_tree import MOST_NODES, nodes_of, pairs_of


def test_pairs_of_both_versions() -> None:
    assert pairs_of({"a": 1}) == [("a", 1)]
    array = [
        {"key": "a", "value": 1},
        {"key": "b", "value": 2, "enabled": False},
        {"key": "c", "value": 3, "disabled": True},
        {"value": 4},
        7,
    ]
    assert pairs_of(array) == [("a", 1)]
    assert pairs_of(None) == pairs_of("x") == []


def test_the_tree_level_by_level_with_its_variables() -> None:
    nodes = nodes_of(
        {
            "variable": [{"key": "x", "value": "1"}, {"id": "y", "value": "2"}, 7],
            "item": [
                {
                    "name": "F",
                    "variable": [{"key": "x", "value": "3"}],
                    "item": [
                        {
                            "name": "R\n",
                            "request": {
                                "url": {"raw": "https://h"},
                                "auth": {"type": "noauth"},
                                "body": {"urlencoded": [{"key": "a", "value": "b"}]},
                            },
                        }
                    ],
                },
                {"name": "S", "request": "https://s"},
                "junk",
            ],
        }
    )
    assert [node.where for node in nodes] == [
        "collection",
        "folder “F”",
        "request “S”",
        "request “R ”",
    ]
    assert [node.values["x"] for node in nodes] == ["1", "3", "1", "3"]
    assert nodes[3].values["y"] == "2"
    assert (nodes[2].url, nodes[3].url) == ("https://s", "https://h")
    assert nodes[3].form == (("a", "b"),)


def test_wide_and_deep_trees_are_bounded() -> None:
    assert len(nodes_of({"item": [{"item": []}] * 10_000})) == MOST_NODES
    deep: dict[str, object] = {}
    for number in range(300):
        deep = {"item": [deep], "variable": [{"key": str(number), "value": ""}]}
    assert len(nodes_of(deep)) == 51


def test_odd_shapes_are_survived() -> None:
    for item in (
        {"request": 7},
        {"request": {"url": 7, "body": "x"}},
        {"request": {"body": {"urlencoded": {"a": 7}}}},
        {"item": {}, "variable": {}},
        {"name": ["x"], "request": {"url": {"raw": ["x"]}}},
    ):
        assert nodes_of({"item": [item]})[1].form == ()
