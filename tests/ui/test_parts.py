import dataclasses

import pytest

from k2bench.ui.parts import Parts


def test_the_parts_are_not_exchanged_later() -> None:
    parts = Parts(*[None] * len(dataclasses.fields(Parts)))  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        parts.window = None  # type: ignore[misc, assignment]
