from k2bench.apis.odata.metadata.annotation import Annotation, Expression
from k2bench.apis.odata.metadata.descriptions import description
from tests.apis.odata.metadata.reader import read, sample


def said(term: str, text: str) -> Annotation:
    return Annotation(term, Expression("String", text))


def test_the_description_counts_before_the_label() -> None:
    core, label = said("Org.OData.Core.V1.Description", " It is "), said("sap:label", "Label")
    assert description([label, core]) == "It is"
    assert description([label]) == "Label"


def test_nothing_is_said() -> None:
    assert description([]) == ""
    assert description([said("Org.OData.Core.V1.Description", " ")]) == ""
    assert description([Annotation("Org.OData.Core.V1.Description")]) == ""
    odd = Expression("Collection")
    assert description([Annotation("Org.OData.Core.V1.Description", odd)]) == ""


def test_older_metadata_has_documentation() -> None:
    customer = read(sample("older.xml")).schemas[0].entity_types[0]
    assert description(customer.annotations) == "Customers"
    assert description(each for each in customer.annotations if each.term != "sap:label") == (
        "Who buys\nand pays"
    )
