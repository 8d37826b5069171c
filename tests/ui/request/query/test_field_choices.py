from k2bench.apis.odata.querying.condition import Quantifier, Within
from k2bench.ui.request.query.field_choices import Choices
from k2bench.ui.request.query.surroundings import Surroundings


def test_the_fields_of_a_type_and_of_the_rows_behind_it(known: Surroundings) -> None:
    choices = Choices(known)
    assert choices.paths()[:2] == ("ID", "Name")
    assert choices.collections() == ("Parts",)
    within, path = choices.first_within("Parts")
    assert within == Within("Parts", Quantifier.ANY)
    assert path == "No"
    field = choices.field("No", within)
    assert field is not None
    assert field.type == "Edm.Int32"
    deep = choices.field("Supplier/City")
    assert deep is not None
    assert deep.type == "Edm.String"


def test_without_metadata_there_is_nothing_to_choose() -> None:
    choices = Choices()
    assert choices.paths() == choices.collections() == ()
    assert choices.field("Name") is None
