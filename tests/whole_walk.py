"""The oracle of `touched`: the incidents that differ, found by looking at every one of both boards."""

from protocol.change import Change
from protocol.model.board import Board


def whole_walk(_change: Change, before: Board, after: Board) -> tuple[int, ...]:
    """Numbers of all incidents that are not the same object on both boards, ascending."""
    return tuple(
        number
        for number in sorted({*before.incidents, *after.incidents})
        if before.incidents.get(number) is not after.incidents.get(number)
    )
