"""Promises are kept, moved or broken in the open (A13, A14). Read by the board's countdown and its alarm."""

from datetime import datetime, timedelta
from enum import IntEnum

from protocol.model.incident import Incident
from protocol.model.promise import Promise


class Alarm(IntEnum):
    """How loud a promise is."""

    QUIET = 0
    SOON = 1
    """It must be kept soon."""

    BREACHED = 2
    """Its time has passed."""


def open_promises(incident: Incident) -> tuple[Promise, ...]:
    """What is still to be kept, the most pressing first."""
    return tuple(sorted((each for each in incident.promises if each.is_open), key=lambda each: each.due))


def alarm(promise: Promise, now: datetime, *, warn_before_s: float) -> Alarm:
    """An open promise warns before its time and alarms from then on (A14); a settled one is quiet."""
    if not promise.is_open or promise.due - now > timedelta(seconds=warn_before_s):
        return Alarm.QUIET
    return Alarm.BREACHED if promise.due <= now else Alarm.SOON


def next_promise(incident: Incident) -> Promise | None:
    """The promise that counts down on the board; None when nothing is owed."""
    still_open = open_promises(incident)
    return still_open[0] if still_open and incident.is_open else None
