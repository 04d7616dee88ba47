"""Keeping in touch with the melder until the police let go (A17, A18)."""

from datetime import datetime, timedelta

from protocol.model.incident import Incident
from protocol.model.text import Name


def last_spoken_at(incident: Incident) -> datetime:
    """When somebody last spoke to the melder; the opening counts as the first time (A17)."""
    return incident.contact.spoken_at or incident.opened_at


def holder(incident: Incident) -> Name:
    """Who holds the melder: whoever opened the melding, until somebody else took over (A18, A21)."""
    return incident.contact.holder or incident.opened_by


def is_out_of_touch(incident: Incident, now: datetime, *, every_s: float) -> bool:
    """The melder of an open melding has not been spoken to for this long (A17)."""
    heard = incident.letting_go.feedback is not None
    return incident.is_open and not heard and now - last_spoken_at(incident) >= timedelta(seconds=every_s)
