"""What one partner costs the hub for each change, on a board of 500, beside what the room costs.

Counted is all that is done for an audience, in time of the processor: what it sees of the change, its
frame, and whom of it the words of lines go to. The walk over both whole boards that `touched` saves is
measured in the same run.
"""

import gc
from collections.abc import Iterator
from time import thread_time
from unittest.mock import patch

from protocol.change import Change
from protocol.model.board import Board
from server.hub.run import Run
from server.hub.telling import Telling
from server.sight.audience import ROOM, Audience, View
from tests.bench.big_board import INCIDENTS, PARTNER, BigBoard
from tests.bench.figure import Figure
from tests.whole_walk import whole_walk

CHANGES = 400
PASSES = 4
"""In turn for each, and the best of each counts: the machine is shared."""

INVITED = 25
"""Of the 500: a day on which one partner is asked for much."""

GGZ = Audience(view=View.PARTNER, name=PARTNER)
Step = tuple[Change, Board, Board]


def partner() -> Iterator[Figure]:
    """A partner that sees a few of the incidents, one that sees all, and the first as it was before."""
    for invited in (INVITED, INCIDENTS):
        big = BigBoard(entries=5, invited=invited)
        start, steps = big.board, []
        for _ in range(CHANGES):
            before = big.board
            steps.append((big.next(), before, big.board))
        room_us, partner_us, walked_us = [], [], []
        for _ in range(PASSES):
            room_us.append(_each_us(ROOM, start, steps))
            partner_us.append(_each_us(GGZ, start, steps))
            with patch("server.sight.visibility.touched", whole_walk):
                walked_us.append(_each_us(GGZ, start, steps))
        yield Figure(
            name=f"a change for a partner, {invited} of {INCIDENTS} incidents shown to it",
            value=min(partner_us),
            unit="us",
            baseline=min(room_us),
            baseline_name="for the room",
            at_most_times=5,
            note=f"mean of {CHANGES}; {min(walked_us):.0f} us when the whole board is walked for it",
        )


def _each_us(audience: Audience, start: Board, steps: list[Step]) -> float:
    """Microseconds a change for one audience."""
    run, telling = Run(audience, start), Telling()
    gc.collect()
    began = thread_time()
    for change, before, after in steps:
        run.add(change, after)
        telling.told_of(change, before, after, (audience,))
    return (thread_time() - began) / len(steps) * 1e6
