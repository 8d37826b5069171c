from k2bench.auth.pasting.gathering import MOST_NOTES, Field, Gathering, Rank
from k2bench.auth.pasting.understood import Found
from k2bench.core.secret import Secret


def gathered(*puts: tuple[str, Rank]) -> tuple[str, tuple[str, ...]]:
    found = Gathering()
    for number, (value, rank) in enumerate(puts, 1):
        found.put(Field.CLIENT_ID, value, f"line {number}", rank)
    understood = found.understood("text")
    assert understood.client_id is not None
    return understood.client_id.value, understood.notes


def test_the_first_stays_and_both_are_told() -> None:
    value, notes = gathered(("a", Rank.NAMED), ("b", Rank.NAMED))
    assert value == "a"
    assert notes == ("There is another client id (line 2); the one of line 1 is used.",)


def test_a_surer_one_counts_more() -> None:
    value, notes = gathered(("a", Rank.RECOGNISED), ("b", Rank.NAMED))
    assert value == "b"
    assert notes == ("There is another client id (line 1); the one of line 2 is used.",)


def test_what_is_the_same_or_derived_needs_no_words() -> None:
    assert gathered(("a", Rank.NAMED), ("a", Rank.RECOGNISED)) == ("a", ())
    assert gathered(("a", Rank.DERIVED), ("b", Rank.NAMED)) == ("b", ())
    assert gathered(("a", Rank.NAMED), ("b", Rank.DERIVED)) == ("a", ())


def test_notes_and_parameters_are_bounded_and_said_once() -> None:
    found = Gathering()
    for number in range(100):
        found.note("same")
        found.note(str(number))
        found.put_extra(f"p{number}", "v", "here")
        found.put_extra("p0", "other", "there")
    understood = found.understood("text")
    assert len(understood.notes) == MOST_NOTES
    assert len(understood.extra) == 20
    assert understood.extra[0] == Found(("p0", "v"), "here")


def test_secrets_are_compared_and_not_quoted() -> None:
    found = Gathering()
    found.put(Field.CLIENT_SECRET, Secret("one"), "line 1")
    found.put(Field.CLIENT_SECRET, Secret("one"), "line 2")
    assert found.understood("text").notes == ()
    found.put(Field.CLIENT_SECRET, Secret("two"), "line 3")
    assert "two" not in str(found.understood("text").notes)
    assert found.has(Field.CLIENT_SECRET)
    assert not found.has(Field.SCOPE)
