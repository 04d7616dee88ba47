"""How large an incident is dealt with, in one row: level, GRIP, who leads, the golden hour, who helps. Pure.

Says nothing while everything is as usual.
"""

from datetime import datetime, timedelta

from console.harmless import harmless
from console.paint.countdown import countdown, seconds_until
from console.paint.row import Span
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.model.incident import Incident
from protocol.model.scale import Level, Scale


def golden_left_s(scale: Scale, now: datetime, golden_hour: timedelta) -> int:
    """Seconds of the golden hour that are left (A73); 0 when it is over or never began."""
    return 0 if scale.raised_at is None else max(0, seconds_until(scale.raised_at + golden_hour, now))


def gaps(scale: Scale) -> int:
    """How many things nobody knows, can or does yet (A65)."""
    return sum(not row.who and not row.is_dropped for row in scale.who)


def scale_spans(incident: Incident, now: datetime, golden_hour: timedelta, say: Say) -> list[Span]:
    """The parts that are not as usual, parted by dots; empty when there are none."""
    scale = incident.scale
    parts: list[Span] = []
    if scale.level is not Level.TEAM:
        parts.append((f"▲ {say(f'level-{scale.level.key}')}", Tone.WARN))
    if scale.grip:
        parts.append((f"GRIP {scale.grip}", Tone.WARN))
    if scale.is_central:
        parts.append((say("lines-central"), Tone.WARN))
    left = golden_left_s(scale, now, golden_hour)
    if left:
        parts.append((say("lines-golden", left=countdown(left)), Tone.PLAIN))
    missing = gaps(scale)
    if missing:
        parts.append((say("lines-gaps", count=missing), Tone.WARN))
    if scale.joined_to:
        others = ", ".join(str(number) for number in scale.joined_to)
        parts.append((say("lines-joined", others=others), Tone.PLAIN))
    if scale.partners:
        parts.append((say("lines-partners", names=harmless(", ".join(scale.partners))), Tone.DIM))
    spans: list[Span] = []
    for part in parts:
        spans += [(" " if not spans else " · ", Tone.DIM), part]
    return spans
