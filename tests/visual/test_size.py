"""The stored pictures stay small enough for a repository."""

from tests.visual.pictures import STORED, path_of
from tests.visual.states import PICTURES

MOST_BYTES = 6_000_000


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in STORED.glob("*.png")) < MOST_BYTES


def test_every_stored_picture_has_its_state() -> None:
    known = {path_of(state.picture(look)) for state, look in PICTURES}
    assert set(STORED.glob("*.png")) - known == set()
