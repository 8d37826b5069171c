from __future__ import annotations

import time

import pytest

from k2bench.demo.odata.publication import PUBLISH_SECONDS, Publication
from k2bench.demo.odata.smartobjects import CATALOGUE


def test_it_appears_after_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    publication = Publication(CATALOGUE)
    assert publication.find("TravelExpenses") is None
    assert publication.publish("TravelExpenses")
    now += PUBLISH_SECONDS - 1
    assert publication.find("TravelExpenses") is None
    now += 2
    assert publication.find("TravelExpenses") is not None
    publication.unpublish("TravelExpenses")
    assert publication.find("TravelExpenses") is None


def test_only_what_is_published_late_can_be_published() -> None:
    publication = Publication(CATALOGUE)
    assert not publication.publish("EmployeeSample")
    assert not publication.publish("Nope")


def test_without_a_list_method_it_is_never_published() -> None:
    (unlisted,) = (entry for entry in CATALOGUE if not entry.has_list)
    publication = Publication(CATALOGUE)
    assert publication.find(unlisted.name) is None
    assert not publication.publish(unlisted.name)


def test_nothing_at_all() -> None:
    assert Publication(CATALOGUE, lambda: True).published() == []
