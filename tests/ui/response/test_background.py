from k2bench.ui.bridge import Bridge
from k2bench.ui.response.background import Background, Work, first, nothing


def test_the_bridge_fits(bridge: Bridge) -> None:
    background: Background = bridge
    work: Work = background.start_steps(lambda: iter(()), nothing, nothing)  # type: ignore[arg-type, return-value]
    work.drop()
    assert nothing(1, 2) is None


def test_what_is_painted_first(bridge: Bridge) -> None:
    with first(None):
        pass
    with first(bridge):
        assert bridge._lane.is_held
    assert not bridge._lane.is_held
