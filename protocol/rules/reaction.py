"""Always a reaction (A3): what waits without one rises and rings. For the board, the bell and the guard."""

from datetime import datetime, timedelta

from protocol.model.incident import Incident
from protocol.model.reaction import ReactionKind


def needs_reaction(incident: Incident) -> bool:
    """A melding waits until somebody recorded how the police react (A3)."""
    return incident.is_open and not incident.reactions


def rings(incident: Incident, now: datetime, *, ring_after_s: float) -> bool:
    """A melding without a reaction rings when it has waited this long (A3)."""
    return needs_reaction(incident) and now - incident.opened_at >= timedelta(seconds=ring_after_s)


def may_react(kind: ReactionKind, *, agreed: bool) -> bool:
    """Sending nobody is a reaction only when the melder agreed to it (A15, A16)."""
    return agreed or not kind.sends_nobody


def returns_to_board(incident: Incident, now: datetime) -> bool:
    """An agreed delay is over, and no reaction came after it (A16)."""
    last = incident.reactions[-1] if incident.reactions else None
    return incident.is_open and last is not None and last.due is not None and last.due <= now
