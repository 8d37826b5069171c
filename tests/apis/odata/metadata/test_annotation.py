from k2bench.apis.odata.metadata.annotation import Annotation, Expression, find
from tests.apis.odata.metadata.reader import read, sample


def test_a_record_gives_out_its_members_and_plain_values() -> None:
    (targets,) = [
        t for t in read(sample("everything.xml")).schemas[0].targets if "/Books" in t.target
    ]
    restrictions = find(targets.annotations, "Org.OData.Capabilities.V1.InsertRestrictions")
    assert restrictions is not None
    assert restrictions.value is not None
    assert restrictions.value.member("Insertable") == Expression("Bool", "false")
    assert restrictions.value.member("Nothing") is None
    assert restrictions.value.plain() == {
        "Insertable": False,
        "NonInsertableProperties": ["ChangedAt", "Price"],
    }
    assert restrictions.value.annotations[0].term == "Org.OData.Core.V1.Description"


def test_an_empty_property_value_is_no_error() -> None:
    record = Expression("Record", "", (Expression("PropertyValue", "A"), Expression("Path", "x")))
    assert record.member("A") is None
    assert record.plain() == {"A": None}
    assert Expression("Null").plain() is None


def test_the_one_without_a_qualifier_is_found_first() -> None:
    phone, plain = Annotation("t", None, "Phone"), Annotation("t")
    assert find((phone, plain), "t") is plain
    assert find((phone,), "t") is phone
    assert find((phone,), "u") is None
