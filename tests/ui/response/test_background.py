from k2bench.ui.bridge import Bridge
from k2bench.ui.response.background import Background, Work, nothing


def test_the_bridge_fits(bridge: Bridge) -> None:
    background: Background = bridge
    work: Work = background.start_steps(lambda: iter(()), nothing, nothing)  # type: ignore[arg-type, return-value]
    work.drop()
    assert nothing(1, 2) is None
