"""Which incidents a change touched: those it is about, and never the whole board. Pure.

A partner's view hangs on what the boards before and after a change hold of each incident. Most changes touch
one incident of hundreds, and a walk over all of them costs every partner a hundred times what the room pays.
"""

from protocol.change import Change
from protocol.model.board import Board


def touched(change: Change, before: Board, after: Board) -> tuple[int, ...]:
    """Numbers of the incidents that it made, altered or took off the board, ascending."""
    numbers = set(change.about(before).incidents)
    if after.closed is not before.closed:
        # What each fact knows to leave the closed row, it knows of the board before the whole change.
        numbers.update(set(before.closed).difference(after.closed))
    return tuple(
        number
        for number in sorted(numbers)
        if after.incidents.get(number) is not before.incidents.get(number)
    )
