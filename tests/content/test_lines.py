from k2bench.content.json_rows import JsonRows
from k2bench.content.lines import Foldable, Lines, Shortening, Wrapped
from k2bench.content.pretty_form import PrettyForm
from k2bench.content.pretty_json import PrettyJson
from k2bench.content.pretty_xml import PrettyXml
from k2bench.content.text_lines import TextLines

MORE = (Foldable, Shortening, Wrapped)


def asked_of(protocol: type) -> set[str]:
    return {name for name in vars(protocol) if not name.startswith("_")}


def test_every_source_of_lines_answers_what_a_view_asks() -> None:
    assert asked_of(Lines) == {"count", "text", "width"}
    for source in (TextLines, PrettyJson):
        assert asked_of(Lines) <= set(dir(source))
    assert not asked_of(Lines) <= set(dir(JsonRows))


def test_what_more_a_source_offers_is_seen_by_a_view() -> None:
    offered = {
        made(b"{}"): {protocol for protocol in MORE if isinstance(made(b"{}"), protocol)}
        for made in (TextLines, PrettyJson, PrettyXml, PrettyForm)
    }
    names = {type(source).__name__: more for source, more in offered.items()}
    assert names == {
        "TextLines": {Wrapped},
        "PrettyJson": {Foldable, Shortening},
        "PrettyXml": {Foldable, Shortening},
        "PrettyForm": {Shortening},
    }
