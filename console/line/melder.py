"""How it goes with the melder, in one row: direct or not and after how long, the page, safe, where. Pure.

The headline figure runs from the call until melder and officer are in direct contact, and is fixed from then
on (A46).
"""

from datetime import datetime, tzinfo
from math import atan2, cos, degrees, radians

from console.harmless import harmless
from console.paint.age import distance, seconds_between
from console.paint.clock import clock
from console.paint.countdown import countdown
from console.paint.row import Span
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.model.incident import Incident
from protocol.model.member import Right
from protocol.model.point import Point, distance_m

_COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


def clock_s(seconds: int) -> str:
    """`0:07`, `1:42`, `61:05`: minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def direct_spans(incident: Incident, now: datetime, say: Say) -> tuple[Span, ...]:
    """`direct na 0:12`, or the time that still runs; nothing for a closed melding that never had contact."""
    contact = incident.contact_line
    if contact.direct_at is not None:
        took = clock_s(seconds_between(incident.opened_at, contact.direct_at))
        return ((say("lines-direct-after", took=took), Tone.GOOD),)
    if not incident.is_open or contact.opened_at is None:
        return ()
    runs = clock_s(seconds_between(incident.opened_at, now))
    return ((say("lines-not-direct", runs=runs), Tone.WARN),)


def melder_spans(incident: Incident, now: datetime, zone: tzinfo, say: Say) -> list[Span]:
    """Everything that is known of the melder's end."""
    contact = incident.contact_line
    parts: list[tuple[Span, ...]] = [direct_spans(incident, now, say), link_spans(incident, now, say)]
    if contact.safe_at is not None:
        at = clock(contact.safe_at, now, zone)
        parts.append(((say("lines-safe", at=at), Tone.GOOD),))
    if contact.melder_at is not None:
        parts.append(((where(incident, contact.melder_at, say), Tone.PLAIN),))
    unseen = contact.said - len(contact.words)
    if unseen > 0:
        parts.append(((say("lines-unseen", count=unseen), Tone.WARN),))
    spans: list[Span] = []
    for part in parts:
        if part:
            spans += [(" " if not spans else " · ", Tone.DIM), *part]
    return spans


def link_spans(incident: Incident, now: datetime, say: Say) -> tuple[Span, ...]:
    """The melder's page: open, waiting, ended, or no link at all."""
    link = incident.contact_line.link
    if link is None:
        return ((say("lines-no-link"), Tone.WARN),)
    if link.is_withdrawn:
        return ((say("lines-link-withdrawn"), Tone.WARN),)
    if not link.is_good(now):
        return ((say("lines-link-over"), Tone.WARN),)
    left = countdown(int((link.expires_at - now).total_seconds()))
    if link.opened_at is None:
        return ((say("lines-link-waits", left=left), Tone.WARN),)
    return ((say("lines-page-open"), Tone.GOOD),)


def contact_spans(incident: Incident, now: datetime, me: str, say: Say) -> list[Span]:
    """The contact line in one row, for the head of the other line."""
    contact = incident.contact_line
    spans: list[Span] = [(" ☎ ", Tone.MELDER)]
    if contact.is_open:
        spans.append((say("lines-with", unit=harmless(contact.unit)), Tone.MELDER))
        listening = [each.name for each in contact.members if each.right is Right.LISTENS]
        if listening:
            names = ", ".join(say("lines-you-short") if name == me else harmless(name) for name in listening)
            spans.append((f", {say('lines-listening', names=names)}", Tone.PLAIN))
        own = contact.member(me)
        if own is not None and own.right is Right.TALKS and me != contact.unit:
            spans.append((f", {say('lines-you-talk-too')}", Tone.WARN))
    else:
        spans.append((say("lines-contact-closed"), Tone.DIM))
    direct = direct_spans(incident, now, say)
    if direct:
        spans += [(" · ", Tone.DIM), *direct]
    last = contact.words[-1] if contact.words else None
    if last is not None:
        spans.append((f" · „{harmless(last.text)}”", Tone.DIM))
    return spans


def where(incident: Incident, at: Point, say: Say) -> str:
    """Where the melder's phone is, seen from the melding's place."""
    place = incident.place.point
    if place is None:
        return say("lines-melder-on-map")
    metres = distance_m(place, at)
    if metres < 30:
        return say("lines-melder-there")
    east = (at.lon_deg - place.lon_deg) * cos(radians(place.lat_deg))
    angle = degrees(atan2(east, at.lat_deg - place.lat_deg)) % 360
    side = say(f"compass-{_COMPASS[round(angle / 45) % 8]}")
    return say("lines-melder-away", far=distance(metres), side=side)
