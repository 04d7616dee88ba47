"""How long until somebody is on the spot, in minutes and seconds. Pure; without words.

On the board in steps of ten seconds, because a text that stands still costs nothing on a thin line; in the
panel of the one melding that is selected to the second.
"""

from datetime import datetime, timedelta

from console.paint.age import age
from console.paint.countdown import seconds_until
from console.paint.tone import Tone
from protocol.model.incident import Incident
from protocol.model.terms import Terms

_STEP_S = 10
_LONG_S = 6_000


def arrival(expected_at: datetime, now: datetime, *, step_s: int = _STEP_S) -> str:
    """`3:40`; `+0:50` when so much overdue; whole hours and minutes from a hundred minutes on."""
    seconds = seconds_until(expected_at, now)
    late, whole = seconds < 0, abs(seconds)
    whole = whole // step_s * step_s if late else -(-whole // step_s) * step_s
    text = age(whole) if whole >= _LONG_S else f"{whole // 60}:{whole % 60:02d}"
    return f"+{text}" if late and whole else text


def arrival_tone(expected_at: datetime, now: datetime, *, too_late: bool = False) -> Tone:
    """Overdue warns; missing the site's time is bad."""
    return Tone.BAD if too_late else Tone.WARN if expected_at < now else Tone.DRIVING


def misses_target(incident: Incident, expected_at: datetime, terms: Terms) -> bool:
    """True when nobody was there yet and the site's time is over before this (A55)."""
    target: timedelta | None = terms.target(incident.priority)
    return incident.arrived_at is None and target is not None and expected_at > incident.opened_at + target
