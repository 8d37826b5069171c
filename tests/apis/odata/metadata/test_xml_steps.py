import gc
import weakref

import pytest

from k2bench.apis.odata.metadata import xml_steps
from k2bench.apis.odata.metadata.error import MetadataError
from k2bench.apis.odata.metadata.scope import Scope
from tests.apis.odata.metadata.reader import sample, within


def test_it_goes_in_steps_of_a_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_steps, "CHUNK", 100)
    data = sample("everything.xml")
    scope = Scope()
    assert list(xml_steps.read_xml(data, scope, False)) == list(range(0, len(data), 100))
    assert len(scope.schemas) == 2


def test_what_breaks_off_is_told_from_what_is_wrong() -> None:
    whole = within('<ComplexType Name="C"/>')
    for size in (len(whole) - 3, len(whole) // 2, 30, 1):
        with pytest.raises(MetadataError, match="breaks off"):
            list(xml_steps.read_xml(whole[:size], Scope(), False))
    with pytest.raises(MetadataError, match=r"not well-formed XML. Line 1, column \d+"):
        list(xml_steps.read_xml(whole.replace(b"/>", b">"), Scope(), False))


@pytest.mark.parametrize("text", ["<A b='{}'/>", "<A>{}</A>", "<!--{}-->", "<A {}/>"])
def test_what_no_step_could_cut_is_refused(text: str) -> None:
    data = within(text.format("x" * (xml_steps.LONGEST + 2 * xml_steps.CHUNK)))
    with pytest.raises(MetadataError, match="without end"):
        list(xml_steps.read_xml(data, Scope(), False))


def test_a_scope_is_not_kept_alive_by_the_parser() -> None:
    gc.collect()
    gc.disable()
    try:
        scope = Scope()
        list(xml_steps.read_xml(within(""), scope, False))
        ghost = weakref.ref(scope)
        del scope
        assert ghost() is None
    finally:
        gc.enable()
