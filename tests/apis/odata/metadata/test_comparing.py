import pytest

from k2bench.apis.odata.metadata.change import Change, ChangeKind
from k2bench.apis.odata.metadata.comparing import compare, compare_in_steps
from k2bench.content.data import Progress
from tests.apis.odata.metadata.reader import read, sample
from tests.bench import schemas

ADDED, REMOVED, CHANGED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED
TEXT = sample("everything.xml").decode()


def changes(before: str, after: str) -> list[tuple[ChangeKind, str, str, tuple[str, ...]]]:
    assert before in TEXT
    found = compare(read(TEXT), read(TEXT.replace(before, after)))
    return [(each.kind, each.what, each.name, each.details) for each in found]


def test_the_same_has_no_changes() -> None:
    assert compare(read(TEXT), read(TEXT)) == ()
    spread = (
        TEXT.replace("><", ">\n<").replace('Alias="lib"', 'Alias="bib"').replace("lib.", "bib.")
    )
    assert compare(read(TEXT), read(spread)) == ()


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            'MaxLength="200"',
            'MaxLength="100"',
            (CHANGED, "property", "library.model.Book/Title", ("MaxLength: 200 → 100",)),
        ),
        (
            ' MaxLength="3"',
            "",
            (CHANGED, "property", "library.model.Book/Currency", ("MaxLength: 3 → —",)),
        ),
        (
            '<Property Name="Extra" Type="Edm.Untyped" />',
            "",
            (REMOVED, "property", "library.model.Book/Extra", ()),
        ),
        (
            '<Property Name="Published" Type="Edm.Date" />',
            '<Property Name="Published" Type="Edm.Date" /><Property Name="New" Type="Edm.Guid"/>',
            (ADDED, "property", "library.model.Book/New", ()),
        ),
        (
            '<PropertyRef Name="Number" />',
            "",
            (
                CHANGED,
                "entity type",
                "library.model.Chapter",
                ("Key: Number, PartLetter → PartLetter",),
            ),
        ),
        (
            ' ContainsTarget="true"',
            "",
            (
                CHANGED,
                "navigation property",
                "library.model.Book/Chapters",
                ("Contained: yes → —",),
            ),
        ),
        (
            '<Member Name="Both" Value="3" />',
            '<Member Name="Blue" Value="4" />',
            (
                CHANGED,
                "enumeration",
                "library.model.Colour",
                ("Member Both: 3 → —", "Member Blue: — → 4"),
            ),
        ),
        (
            '<Parameter Name="until" Type="Edm.Date">',
            '<Parameter Name="until" Type="Edm.Date" Nullable="false">',
            (
                CHANGED,
                "action",
                "library.model.Lend(library.model.Book)",
                ("Parameter until: Edm.Date → Edm.Date, Nullable false",),
            ),
        ),
        (
            '<EntitySet Name="People" EntityType="lib.Person" IncludeInServiceDocument="false" />',
            "",
            (REMOVED, "entity set", "People", ()),
        ),
        (
            '<Action Name="Burn">',
            '<Action Name="Freeze"><ReturnType Type="Edm.Int32"/></Action><Action Name="Burn">',
            (ADDED, "action", "library.model.Freeze()", ()),
        ),
        (
            'EntitySet="Books"',
            "",
            (CHANGED, "import", "Oldest", ("Entity set: Books → —",)),
        ),
    ],
)
def test_each_change_is_told_in_words(
    before: str, after: str, change: tuple[ChangeKind, str, str, tuple[str, ...]]
) -> None:
    assert changes(before, after) == [change]


def test_a_type_that_went_takes_its_properties_along() -> None:
    start = TEXT.index('<EntityType Name="Chapter">')
    end = TEXT.index("</EntityType>", start) + len("</EntityType>")
    found = changes(TEXT[start:end], "")
    assert found == [(REMOVED, "entity type", "library.model.Chapter", ())]


def test_the_other_way_round_is_the_opposite() -> None:
    one, other = read(TEXT), read(sample("older.xml"))
    there, back = compare(one, other), compare(other, one)
    opposite = {ADDED: REMOVED, REMOVED: ADDED, CHANGED: CHANGED}
    assert {(opposite[c.kind], c.what, c.name) for c in there} == {
        (c.kind, c.what, c.name) for c in back
    }


def test_a_large_comparison_goes_in_steps() -> None:
    old, new = read(schemas.document(20)), read(schemas.document(21))
    work, told = compare_in_steps(old, new), []
    while True:
        try:
            told.append(next(work))
        except StopIteration as end:
            found: tuple[Change, ...] = end.value
            break
    assert len(told) > 10
    assert told[-1].done == told[-1].total
    assert isinstance(told[0], Progress)
    assert {each.kind for each in found} == {ADDED}
    assert len(found) == 10 + 4 + 2
