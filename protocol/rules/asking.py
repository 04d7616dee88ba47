"""What has to be asked next of a melding: where it is, what it is, or what it became.

For the card, the line under the hand and whoever lists deeds: it goes before every other deed. A melding has
its number before anybody knows what or where it is, so somebody has to be reminded.
"""

from enum import StrEnum

from protocol.model.incident import Incident


class Asked(StrEnum):
    """The question."""

    PLACE = "place"
    WHAT = "what"
    WHAT_NOW = "what-now"
    """It became more urgent, and what was said of it before still stands."""


def asked_next(incident: Incident) -> Asked | None:
    """The first of these; None where nothing has to be asked, and in what was let go."""
    if not incident.is_open:
        return None
    if not incident.place.name:
        return Asked.PLACE
    if not incident.what:
        return Asked.WHAT
    return Asked.WHAT_NOW if incident.outgrown else None
