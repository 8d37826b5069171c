import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from k2bench.apis.odata.metadata import json_steps
from k2bench.apis.odata.metadata.document import Include
from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.metadata.scope import Scope
from tests.apis.odata.metadata.reader import counts, read, sample

DOCUMENT = json.loads(sample("everything.json"))


def test_the_frame() -> None:
    metadata = read(sample("everything.json"))
    assert metadata.version == "4.01"
    assert [schema.namespace for schema in metadata.schemas] == ["library.model", "library.empty"]
    core, _other = metadata.references
    assert core.includes[0] == Include("Org.OData.Core.V1", "Core")
    assert core.annotations
    assert metadata.schemas[0].annotations[0].term == "Org.OData.Core.V1.SchemaVersion"
    assert metadata.problems == ()
    assert counts(metadata)["Property"] == 13


def test_it_goes_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_steps, "PAUSE_AFTER", 5)
    assert len(list(json_steps.read_json(sample("everything.json"), Scope()))) > 10


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ('{"value": [], "@odata.context": "x"}', "This is a service document, not metadata"),
        ('{"error": {"message": "no"}}', "The server sent an error instead of metadata"),
        ("{}", "What came is JSON, but not metadata"),
        ('{"$Version": "4.01"}', "The metadata has no schema"),
        ('{"$Version": "4.01", "n": ', "The metadata is not well-formed JSON"),
        ('{"$Version": "4.01", "n": 5}', "The metadata is not well-formed JSON"),
        ("[1]", "The metadata is not well-formed JSON"),
        ('{"$Version": "4.01", "n": {"a": ' + "[" * 90_000, "The metadata is not well-formed JSON"),
    ],
)
def test_something_else_is_called_by_its_name(data: str, title: str) -> None:
    with pytest.raises(MetadataError) as caught:
        read(data)
    assert caught.value.problem.title == title


def test_what_is_nested_too_deeply_ends_in_words() -> None:
    deep = '{"$Path": ' * 400 + '"x"' + "}" * 400
    deeper = '{"$Not": ' * 900 + "true" + "}" * 900
    for value in (deep, deeper):
        data = f'{{"$Version": "4.01", "n": {{"@t": {value}}}}}'
        try:
            read(data)
        except MetadataError as error:
            assert error.problem.title  # noqa: PT017 - both endings are right


def test_a_part_that_no_step_could_cut_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_steps, "LARGEST", 100)
    with pytest.raises(MetadataError, match="more than 2 MB"):
        read(sample("everything.json"))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    sorted(
                        {
                            key
                            for part in DOCUMENT["library.model"].values()
                            if isinstance(part, dict)
                            for key in part
                        }
                        | {"a@b", "@c"}
                    )
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from(["EntityType", "Action", "EntityContainer", "EnumType", "Term"]),
)
def test_any_json_ends_in_metadata_or_words(value: object, kind: str) -> None:
    inner = {"T": value, "U": {"$Kind": kind, "x": value, "@t": value, "$Key": value}}
    try:
        read(json.dumps({"$Version": value, "n": inner, "$Reference": value}))
    except MetadataError as error:
        assert error.problem.title  # noqa: PT017 - both endings are right
