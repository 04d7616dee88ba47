"""The fold: board + change -> board, the same on both sides.

Pure and total: a fact that was journalled is never refused here, and one about an incident or unit that is
not on this board leaves it as it is (old closed incidents leave the board; a half-received snapshot lacks
some). For every history and every cut: the fold of the whole equals the snapshot at the cut plus the rest.

The files hold one function per fact, by noun; `fold` below applies a change.

incidents    opened, said better, moved on, closed, taken up again
intake       what is learnt while units already see it
promises     reactions, promises, contact with the melder
letting_go   the taker, the check, the feedback, the end
timeline     the log and the open line
contact      the line between melder and officer
work         what those involved do together
units        on and off duty, given and taken a melding, statuses
dispatch     who goes, and why
pairs        split pairs, and the emergency button
appeals      what an incident asks of whom, and what answers it
scale        up and down: colleagues, levels, lead
order        how the board is sorted
back         deeds taken back: fields have again what they had
shown        what an audience comes to see, and sees no longer
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.fold import (
    appeals,
    back,
    contact,
    dispatch,
    incidents,
    intake,
    letting_go,
    order,
    pairs,
    promises,
    scale,
    shown,
    timeline,
    units,
    work,
)
from protocol.model.board import Board

FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    **units.FOLDS,
    **incidents.FOLDS,
    **dispatch.FOLDS,
    **timeline.FOLDS,
    **intake.FOLDS,
    **promises.FOLDS,
    **work.FOLDS,
    **letting_go.FOLDS,
    **order.FOLDS,
    **contact.FOLDS,
    **scale.FOLDS,
    **pairs.FOLDS,
    **back.FOLDS,
    **shown.FOLDS,
    **appeals.FOLDS,
}


def fold(board: Board, change: Change) -> Board:
    """The board after the change; `seq` and `at` are the change's own."""
    for fact in change.facts:
        board = appeals.after(FOLDS[type(fact)](board, fact, change), fact, change)
    return evolve(board, seq=change.seq, at=change.at)


def fold_all(board: Board, changes: Iterable[Change]) -> Board:
    """The board after every change, in order."""
    for change in changes:
        board = fold(board, change)
    return board
