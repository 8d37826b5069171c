"""Every state that there is a picture of, in every look in which it is shown."""

from tests.visual.look import BATCHES, LOOKS
from tests.visual.state import State
from tests.visual.states import (
    charts,
    dialogs,
    explorer,
    finding,
    getting_in,
    kit,
    main,
    menus,
    query,
    reports,
    requests,
    responses,
    start,
    tables,
    texts,
)

ALBUMS = (
    *(start, main, explorer, responses, tables, texts, finding, charts, requests, query),
    *(dialogs, reports, getting_in, menus, kit),
)
STATES: tuple[State, ...] = tuple(state for each in ALBUMS for state in each.album.states)
_RUN = 10  # states in a row of one batch: about what a test process gets at first


def batch_of(state: State) -> int:
    """Which of the processes renders it."""
    return STATES.index(state) // _RUN % BATCHES


PICTURES = tuple((state, look) for look in LOOKS for state in STATES if state.is_shown(look.scale))
