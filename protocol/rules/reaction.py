"""Always a reaction (A3): what waits without one rises and rings. For the board, the bell and the guard.

A melding whose last unit was taken away without being done is one of those again.
"""

from datetime import datetime, timedelta

from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.unit import Unit


def needs_reaction(incident: Incident) -> bool:
    """A melding waits until somebody recorded how the police react, and again once it is left alone (A3)."""
    return incident.is_open and (not incident.reactions or is_left_alone(incident))


def is_left_alone(incident: Incident) -> bool:
    """Somebody was on it, nobody is any more, and nobody said that it is done or agreed on another way.

    Done is said by merging out; another reaction is any that sends nobody, recorded after the sending (A3).
    """
    unfinished = incident.phase in (Phase.MERGE_IN, Phase.ADD)
    sent = bool(incident.reactions) and not incident.reactions[-1].kind.sends_nobody
    return unfinished and sent and bool(incident.involved) and not incident.units


def left_alone_by(board: Board, unit: Unit) -> Incident | None:
    """The melding that would wait again if this unit went to another; None when none would (A3)."""
    incident = None if unit.incident is None else board.incidents.get(unit.incident)
    if incident is None or incident.units != (unit.id,):
        return None
    return incident if incident.phase in (Phase.MERGE_IN, Phase.ADD) else None


def rings(incident: Incident, now: datetime, *, ring_after_s: float) -> bool:
    """A melding without a reaction rings when it has waited this long; one left alone rings at once (A3)."""
    waited = now - incident.opened_at >= timedelta(seconds=ring_after_s)
    return needs_reaction(incident) and (waited or is_left_alone(incident))


def may_react(kind: ReactionKind, *, agreed: bool) -> bool:
    """Sending nobody is a reaction only when the melder agreed to it (A15, A16)."""
    return agreed or not kind.sends_nobody


def returns_to_board(incident: Incident, now: datetime) -> bool:
    """An agreed delay is over, and no reaction came after it (A16)."""
    last = incident.reactions[-1] if incident.reactions else None
    return incident.is_open and last is not None and last.due is not None and last.due <= now
