from dataclasses import replace

from k2bench.apis.odata.service import Catalogue
from k2bench.ui.explorer import wording
from k2bench.ui.explorer.wording import age, day, matches, moment, no_match, nothing_in
from tests.apis.odata.catalogues import K2, OTHER

NOON = 1_763_000_000.0  # 13 November 2025
DAY = 86_400.0


def test_days_and_moments() -> None:
    assert day(NOON, NOON + DAY) == "13 Nov"
    assert day(NOON, NOON + 400 * DAY) == "13 Nov 2025"
    assert len(moment(NOON, NOON)) == 5
    assert moment(NOON, NOON + 3 * DAY).startswith("13 Nov, ")


def test_how_old_a_tree_is() -> None:
    fresh = Catalogue(K2, fetched_at=NOON)
    assert age((fresh,), NOON) == f"Fetched {moment(NOON, NOON)}"
    assert age((replace(fresh, offline=True),), NOON) == "From 13 Nov, offline"
    assert age((replace(fresh, source="n.edmx", offline=True),), NOON) == "From n.edmx, 13 Nov"
    assert age((), NOON) == age((Catalogue(K2),), NOON) == ""


def test_matches() -> None:
    assert [matches(0, False), matches(1, False), matches(500, True)] == [
        "0 matches",
        "1 match",
        "The first 500 matches",
    ]


def test_nothing_matches() -> None:
    near = no_match(("EmployeeSample", "Employees"), k2=True)
    assert near.hint == "Did you mean EmployeeSample or Employees?"
    assert (near.button, near.more) == ("Find EmployeeSample", "Clear Filter")
    assert "system names" in no_match((), k2=True).hint
    assert no_match((), k2=False).hint == ""


def test_nothing_offered() -> None:
    assert nothing_in((Catalogue(K2),)) is wording.NOTHING_PUBLISHED
    assert "30 s" in wording.NOTHING_PUBLISHED.hint
    assert nothing_in((Catalogue(OTHER),)) is wording.NOTHING_OFFERED
