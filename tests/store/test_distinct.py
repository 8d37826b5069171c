from hypothesis import given
from hypothesis import strategies as st

from k2bench.core.environment import Environment
from k2bench.core.problem import Problem
from k2bench.store.distinct import distinct


def named(*names: str) -> list[Environment]:
    return [Environment(str(number), name) for number, name in enumerate(names)]


def test_the_later_of_two_equal_names_is_renamed_and_told() -> None:
    reports: list[Problem] = []
    found = distinct(named("Dev", "dev ", "Test", "dev (2)", "DEV"), reports.append)
    assert [each.name for each in found] == ["Dev", "dev (3)", "Test", "dev (2)", "DEV (4)"]
    (told,) = reports
    assert "“dev” is now “dev (3)”" in told.hint
    assert "“DEV” is now “DEV (4)”" in told.hint


def test_a_blank_name_gets_one() -> None:
    reports: list[Problem] = []
    found = distinct(named(" ", "Test", "unnamed"), reports.append)
    assert [each.name for each in found] == ["Unnamed", "Test", "unnamed (2)"]
    assert "A blank name is now “Unnamed”" in reports[0].hint


def test_an_entry_that_was_copied_with_its_id_gets_another() -> None:
    reports: list[Problem] = []
    one = Environment("1", "Dev")
    found = distinct([one, one, Environment("1-2", "Test")], reports.append)
    assert [each.id for each in found] == ["1", "1-3", "1-2"]
    assert found[1].name == "Dev (2)"


def test_different_ones_stay_as_they_are_and_nothing_is_told() -> None:
    reports: list[Problem] = []
    environments = named("Dev", " Test ")
    assert distinct(environments, reports.append) == tuple(environments)
    assert not reports


@given(st.lists(st.tuples(st.sampled_from("12"), st.sampled_from(["", "a", "A", "a (2)", "ß"]))))
def test_all_names_and_ids_are_distinct_and_none_is_lost(items: list[tuple[str, str]]) -> None:
    found = distinct([Environment(*item) for item in items], lambda _: None)
    assert len(found) == len(items)
    assert len({each.id for each in found}) == len(items)
    assert len({each.name.strip().casefold() for each in found}) == len(items)
    assert all(each.name.strip() for each in found)
    assert distinct(found, lambda _: None) == found
