"""What facts about reactions, promises and the contact do to an incident. Called by `protocol.fold` only."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from protocol.change import Change
from protocol.facts.promises import (
    MelderOffered,
    MelderSpokenTo,
    MelderTaken,
    PromiseBroken,
    PromiseKept,
    PromiseMade,
    PromiseMoved,
    Reacted,
)
from protocol.fold.incidents import evolved
from protocol.model.board import Board
from protocol.model.promise import Promise, PromiseState
from protocol.model.reaction import Reaction
from protocol.model.text import Name, Text


def reacted(board: Board, fact: Reacted, change: Change) -> Board:
    """One reaction more."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    reaction = Reaction(
        kind=fact.kind, at=change.at, by=change.by, agreed=fact.agreed, text=fact.text, due=fact.due
    )
    return evolved(board, fact.incident, reactions=(*incident.reactions, reaction))


def made(board: Board, fact: PromiseMade, change: Change) -> Board:
    """One promise more, open."""
    incident = board.incidents.get(fact.incident)
    if incident is None:
        return board
    promise = Promise(
        id=len(incident.promises) + 1,
        what=fact.what,
        due=fact.due,
        from_whom=fact.from_whom,
        to_whom=fact.to_whom,
        made_at=change.at,
        made_by=change.by,
    )
    return evolved(board, fact.incident, promises=(*incident.promises, promise))


def kept(board: Board, fact: PromiseKept, change: Change) -> Board:
    """The promise was kept."""
    return _settled(board, fact.incident, fact.promise, change, state=PromiseState.KEPT)


def moved(board: Board, fact: PromiseMoved, change: Change) -> Board:
    """The old promise stays visible; a new one with the new time takes its place."""
    board = _settled(board, fact.incident, fact.promise, change, state=PromiseState.MOVED, why=fact.why)
    incident = board.incidents.get(fact.incident)
    if incident is None or fact.promise > len(incident.promises):
        return board
    follower = evolve(
        incident.promises[fact.promise - 1],
        id=len(incident.promises) + 1,
        due=fact.due,
        made_at=change.at,
        made_by=change.by,
        state=PromiseState.OPEN,
        settled_at=None,
        why=Text(""),
        follows=fact.promise,
    )
    return evolved(board, fact.incident, promises=(*incident.promises, follower))


def broken(board: Board, fact: PromiseBroken, change: Change) -> Board:
    """The promise was not kept."""
    return _settled(board, fact.incident, fact.promise, change, state=PromiseState.BROKEN, why=fact.why)


def spoken_to(board: Board, fact: MelderSpokenTo, change: Change) -> Board:
    """The keep-in-touch clock begins anew (A17)."""
    return _touched(board, fact.incident, spoken_at=change.at)


def offered(board: Board, fact: MelderOffered, _change: Change) -> Board:
    """Somebody was asked to hold the contact."""
    return _touched(board, fact.incident, offered_to=fact.to)


def taken(board: Board, fact: MelderTaken, change: Change) -> Board:
    """Whoever made the change holds the contact (A21)."""
    return _touched(board, fact.incident, holder=change.by, offered_to=Name(""))


def _touched(board: Board, number: int, **said: Any) -> Board:
    incident = board.incidents.get(number)
    return board if incident is None else evolved(board, number, contact=evolve(incident.contact, **said))


def _settled(board: Board, number: int, promise: int, change: Change, **said: Any) -> Board:
    incident = board.incidents.get(number)
    if incident is None or promise > len(incident.promises):
        return board
    promises = list(incident.promises)
    promises[promise - 1] = evolve(promises[promise - 1], settled_at=change.at, **said)
    return evolved(board, number, promises=tuple(promises))


FOLDS: Mapping[type, Callable[[Board, Any, Change], Board]] = {
    Reacted: reacted,
    PromiseMade: made,
    PromiseKept: kept,
    PromiseMoved: moved,
    PromiseBroken: broken,
    MelderSpokenTo: spoken_to,
    MelderOffered: offered,
    MelderTaken: taken,
}
