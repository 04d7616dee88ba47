"""The melding of the unit that looks: warnings, who else, what was promised, what was learnt. Pure."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from attrs import frozen

from console.harmless import harmless
from console.melding.answered import promise_rows
from console.melding.labelled import Setting, labelled
from console.melding.told import intake_rows, story_rows
from console.paint.age import distance
from console.paint.arrival import arrival, arrival_tone, misses_target
from console.paint.row import Row, Span, between, clip_spans
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES, STATUS_TONES
from console.paint.text import wrap
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.part.said import place_said, place_tone, what_said, what_tone
from protocol.model.entry import CardKind
from protocol.model.incident import Incident
from protocol.model.intake import Intake
from protocol.model.terms import Terms
from protocol.model.unit import Unit


@frozen(kw_only=True)
class OwnView:
    """One moment of what the unit is on."""

    incident: Incident
    units: Mapping[int, Unit]
    me: int
    """The id of the unit that looks."""

    now: datetime
    zone: tzinfo
    terms: Terms
    away_m: float | None = None
    """To the place of it; None when either is unknown."""

    more: str = ""
    """The key that shows all of it."""


def draw_own(view: OwnView, say: Say, *, width: int, height: int) -> list[Row]:
    """Title and as many rows as there is room for; the last says that there is more."""
    setting = Setting(
        incident=view.incident, now=view.now, zone=view.zone, terms=view.terms, say=say, width=width
    )
    rows = _warnings(view, say, width)
    rows += labelled(say("unit-others"), _others(view, say, width), width)
    rows += promise_rows(setting) + story_rows(setting)
    if view.incident.intake != Intake():
        rows += intake_rows(setting)
    room = max(0, height - 1)
    if len(rows) > room:
        hidden = len(rows) - room + 1
        last = Row(spans=((f" ▼ {say('unit-more', count=hidden, press=view.more)}", Tone.DIM),))
        rows = [*rows[: max(0, room - 1)], last]
    return [_title(view, say, width), *rows[:room]]


def _title(view: OwnView, say: Say, width: int) -> Row:
    incident, me = view.incident, view.units.get(view.me)
    left: list[Span] = [
        (f" {incident.number} ", Tone.STRONG),
        (PRIORITY_SIGNS[incident.priority], PRIORITY_TONES[incident.priority]),
        (f" {what_said(incident, say)}", what_tone(incident, Tone.STRONG)),
        (" · ", Tone.PLAIN),
        (place_said(incident, say), place_tone(incident, Tone.PLAIN)),
    ]
    right: list[Span] = []
    if view.away_m is not None:
        right.append((f" {distance(view.away_m)}", Tone.STRONG))
    if me is not None and me.incident == incident.number and me.expected_at is not None:
        late = misses_target(incident, me.expected_at, view.terms)
        tone = arrival_tone(me.expected_at, view.now, too_late=late)
        right.append((f" {arrival(me.expected_at, view.now)}", tone))
    right.append((f" {say(f'phase-{incident.phase.key}')} ", Tone.PLAIN))
    return Row(spans=between(left, right, width), ground=Ground.BAR)


def _warnings(view: OwnView, say: Say, width: int) -> list[Row]:
    """Cards that warn, before anything else; whoever has one said so by a key."""
    rows = []
    for entry in view.incident.entries:
        if entry.card is CardKind.WARNING and entry.struck_by is None:
            head = f" ⚠ {say('unit-warning')} "
            lines = wrap(harmless(entry.text), width - len(head))
            rows.append(Row(spans=clip_spans(((head, Tone.P1_NEW), (f" {lines[0]}", Tone.P1)), width)))
            rows += [Row(spans=((" " * len(head) + line, Tone.P1),)) for line in lines[1:]]
    return rows


def _others(view: OwnView, say: Say, width: int) -> list[tuple[Span, ...]]:
    """Who else is on it, what they do and when they come."""
    others = [view.units[id] for id in view.incident.units if id in view.units and id != view.me]
    if not others:
        return [((say("unit-alone"), Tone.DIM),)]
    lines = []
    for unit in others:
        spans: list[Span] = [
            (f"{harmless(unit.call_sign)} ", Tone.STRONG),
            (say(f"status-{unit.status.key}"), STATUS_TONES[unit.status]),
        ]
        if unit.expected_at is not None:
            spans.append((f" {arrival(unit.expected_at, view.now)}", Tone.DRIVING))
        lines.append(tuple(spans))
    return lines
