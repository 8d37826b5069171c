import pytest

from k2bench.apis.odata.metadata.index import Index
from k2bench.apis.odata.querying.offers import Offer, apply_offer, search_offer
from tests.apis.odata.metadata.reader import read, within

SEARCH = "Org.OData.Capabilities.V1.SearchRestrictions"
APPLY = "Org.OData.Aggregation.V1.ApplySupported"


def index(of_set: str = "", of_container: str = "", apart: str = "") -> Index:
    return Index(
        read(
            within(
                '<EntityType Name="T"/><EntityContainer Name="C">'
                f'<EntitySet Name="S" EntityType="n.T">{of_set}</EntitySet>{of_container}'
                f"</EntityContainer>{apart}"
            )
        )
    )


def record(term: str, name: str = "", value: str = "") -> str:
    inner = f'<PropertyValue Property="{name}" Bool="{value}"/>' if name else ""
    return f'<Annotation Term="{term}"><Record>{inner}</Record></Annotation>'


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("", Offer.NOT_TOLD),
        (record(SEARCH), Offer.YES),
        (record(SEARCH, "Searchable", "true"), Offer.YES),
        (record(SEARCH, "Searchable", "false"), Offer.NO),
        (f'<Annotation Term="{SEARCH}"/>', Offer.YES),
    ],
)
def test_search_is_told_or_not(text: str, offer: Offer) -> None:
    assert search_offer(index(text), "S") is offer
    apart = f'<Annotations Target="n.C/S">{text}</Annotations>'
    assert search_offer(index(apart=apart), "S") is offer
    assert search_offer(index(text), "Gone") is Offer.NOT_TOLD


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("", Offer.NOT_TOLD),
        (record(APPLY), Offer.YES),
        (f'<Annotation Term="{APPLY}"/>', Offer.YES),
        (f'<Annotation Term="{APPLY}" Bool="false"/>', Offer.NO),
    ],
)
def test_apply_is_told_of_a_set_or_of_all(text: str, offer: Offer) -> None:
    assert apply_offer(index(text), "S") is offer
    assert apply_offer(index(of_container=text), "S") is offer
    apart = f'<Annotations Target="n.C">{text}</Annotations>'
    assert apply_offer(index(apart=apart), "S") is offer


def test_defaults_of_the_container_count() -> None:
    assert apply_offer(index(of_container=record(f"{APPLY}Defaults")), "S") is Offer.YES


def test_odata_3_has_neither() -> None:
    text = (
        '<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">'
        '<edmx:DataServices xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'
        ' m:DataServiceVersion="3.0"><Schema Namespace="n" '
        'xmlns="http://schemas.microsoft.com/ado/2009/11/edm"><EntityContainer Name="C"/></Schema>'
        "</edmx:DataServices></edmx:Edmx>"
    )
    older = Index(read(text))
    assert search_offer(older, "S") is Offer.NO
    assert apply_offer(older, "S") is Offer.NO
