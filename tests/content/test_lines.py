from k2bench.content.json_rows import JsonRows
from k2bench.content.lines import Lines
from k2bench.content.pretty_json import PrettyJson
from k2bench.content.text_lines import TextLines


def asked_of(protocol: type) -> set[str]:
    return {name for name in vars(protocol) if not name.startswith("_")}


def test_every_source_of_lines_answers_what_a_view_asks() -> None:
    assert asked_of(Lines) == {"count", "text", "width"}
    for source in (TextLines, PrettyJson):
        assert asked_of(Lines) <= set(dir(source))
    assert not asked_of(Lines) <= set(dir(JsonRows))
