"""The large metadata is what it says: well-formed, of the size promised, always the same."""

from __future__ import annotations

import hashlib

from tests.apis.odata.metadata.reader import counted_by_xpath
from tests.bench import schemas


def test_the_sizes_are_those_of_the_budget():
    data = schemas.document()
    assert 3.3e6 < len(data) < 3.5e6
    assert 9.9e6 < schemas.LARGE_BLOCKS / schemas.BLOCKS * len(data) < 10.1e6
    found = counted_by_xpath(data)
    assert 1_900 < found["EntityType"] + found["ComplexType"] + found["EnumType"] < 2_300


def test_it_has_the_parts_that_it_says():
    found = counted_by_xpath(schemas.document(3))
    assert {name: found[name] for name, _ in schemas.counts(3)} == dict(schemas.counts(3))


def test_the_bytes_are_the_same_everywhere():
    digest = hashlib.sha256(schemas.document(5)).hexdigest()
    assert digest == "501ebc05d622c14d824b327fcac67a994d20cc5c15b3f9234531c6a134e2f5c5"
