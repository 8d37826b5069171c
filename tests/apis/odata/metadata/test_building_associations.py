from k2bench.apis.odata.metadata.associations import End, Side
from k2bench.apis.odata.metadata.building_associations import ASSOCIATIONS
from k2bench.apis.odata.metadata.scope import Scope
from k2bench.apis.odata.metadata.types import KeyRef


def test_an_end_without_a_role_is_called_after_its_type() -> None:
    scope = Scope()
    assert ASSOCIATIONS["End"](scope, {"Type": "Ns.T"}, []) == End("T", "Ns.T")
    assert ASSOCIATIONS["End"](scope, {"Role": "r", "EntitySet": "S"}, []).entity_set == "S"


def test_the_sides_of_a_constraint_know_which_they_are() -> None:
    made = ASSOCIATIONS["Principal"](Scope(), {"Role": "r"}, [KeyRef("A"), KeyRef("B")])
    assert made == Side("r", ("A", "B"), principal=True)
    assert not ASSOCIATIONS["Dependent"](Scope(), {}, []).principal


def test_associations_and_their_sets_are_kept_for_later() -> None:
    scope = Scope()
    scope.enter("Ns", "Self")
    ASSOCIATIONS["Association"](scope, {"Name": "A"}, [End("x"), End("y")])
    ASSOCIATIONS["AssociationSet"](scope, {"Association": "Self.A"}, [End("x", entity_set="S")])
    assert [end.role for end in scope.relationships.associations["Ns.A"].ends] == ["x", "y"]
    assert scope.relationships.sets[0].association == "Ns.A"
