"""The fold: board + change -> board, the same on both sides.

Pure and total: a fact that was journalled is never refused here, and one about an incident or unit that is
not on this board leaves it as it is (old closed incidents leave the board; a half-received snapshot lacks
some). For every history and every cut: the fold of the whole equals the snapshot at the cut plus the rest.

The files hold one function per fact, by noun; `fold` below applies a change.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.fold import (
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

_FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
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
    **shown.FOLDS,
}


def fold(board: Board, change: Change) -> Board:
    """The board after the change; `seq` and `at` are the change's own."""
    for fact in change.facts:
        board = _FOLDS[type(fact)](board, fact, change)
    return evolve(board, seq=change.seq, at=change.at)


def fold_all(board: Board, changes: Iterable[Change]) -> Board:
    """The board after every change, in order."""
    for change in changes:
        board = fold(board, change)
    return board
