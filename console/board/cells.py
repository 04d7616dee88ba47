"""How one incident looks as a row of the board. Pure; everything that people wrote is made harmless here."""

from collections.abc import Mapping
from datetime import datetime

from console.board.columns import Columns
from console.board.pressing import TERMS, press_span
from console.board.pressing import WIDTH as PRESS_WIDTH
from console.harmless import harmless
from console.paint.age import age, seconds_between
from console.paint.arrival import arrival, arrival_tone, misses_target
from console.paint.row import Row, Span, clip_spans, width_of
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES, STATUS_TONES
from console.paint.text import clip, fit
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.part.said import place_said, place_tone, what_said, what_tone
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.terms import Terms
from protocol.model.text import TAKEN_BACK
from protocol.model.unit import Unit

_URGENT = (Priority.P1, Priority.P2)


def incident_row(
    incident: Incident,
    *,
    units: Mapping[int, Unit],
    now: datetime,
    columns: Columns,
    say: Say,
    unseen: bool = False,
    waiting: bool = False,
    ground: Ground = Ground.NORMAL,
    terms: Terms = TERMS,
    seeming: frozenset[int] = frozenset(),
    answers: bool = True,
    mapped: bool = False,
    present: str = "",
) -> Row:
    """The row. A closed incident is dim; an unseen one is marked by sign, ground and attribute.

    With `mapped` a place that has no point on the map has a question mark: nobody is near to it. What presses
    is left blank for who does not answer meldings, and does not see what was answered. `present` are the
    others of the room who are at it, in short.
    """
    plain = Tone.PLAIN if incident.is_open else Tone.DIM
    strong = Tone.STRONG if incident.is_open and incident.priority in _URGENT else plain
    priority = PRIORITY_TONES[incident.priority] if incident.is_open else Tone.DIM
    since = seconds_between(incident.opened_at, now)
    lost = mapped and incident.is_open and incident.place.point is None
    where = place_tone(incident, Tone.WARN if lost else plain)
    spans: list[Span] = [
        ("!" if unseen else "…" if waiting else " ", priority),
        (fit(str(incident.number), columns.number, right=True), strong),
        (fit(age(since), columns.age + 1, right=True) + " ", Tone.DIM),
        (PRIORITY_SIGNS[incident.priority], priority),
        (f" {phase_letter(incident.phase, say)} ", plain),
        press_span(incident, now, terms) if answers else (" " * PRESS_WIDTH, plain),
        (" ", plain),
        *what_spans(incident, columns.what, say, strong, present),
        (fit(("? " if lost else "") + place_said(incident, say), columns.where) + " ", where),
        *unit_spans(incident, units, columns.units, now=now, terms=terms, seeming=seeming),
    ]
    if unseen:
        spans = [(text, Tone.P1_NEW) for text, _ in spans]
    if columns.last:
        spans += [
            (" ", Tone.P1_NEW if unseen else plain),
            (fit(last_word(incident, say), columns.last), Tone.P1_NEW if unseen else Tone.LOGGED),
        ]
    return Row(spans=spans, ground=ground)


def what_spans(incident: Incident, width: int, say: Say, tone: Tone, present: str) -> tuple[Span, ...]:
    """What it is, `?` behind it while nobody said what it became, and at the end who of the room is at it."""
    asks = bool(incident.what) and incident.outgrown and incident.is_open
    text = what_said(incident, say) + (" ?" if asks else "")
    who = clip(f" {harmless(present)}", width // 2) if present else ""
    room = width - width_of(((who, Tone.DIM),))
    return ((fit(text, room), what_tone(incident, tone)), (who, Tone.MELDER), (" ", tone))


def phase_letter(phase: Phase, say: Say) -> str:
    """One letter for the phase."""
    return say(f"phase-{phase.key}-letter")


def unit_spans(
    incident: Incident,
    units: Mapping[int, Unit],
    width: int,
    *,
    now: datetime,
    terms: Terms = TERMS,
    seeming: frozenset[int] = frozenset(),
) -> tuple[Span, ...]:
    """The call signs, toned by status, `+2` for those that do not fit; exactly `width` cells.

    `?` behind one that seems to be on the spot; at the end how long until the first is there. An urgent open
    incident without units shows a dash that draws the eye.
    """
    if not incident.units:
        lacking = incident.is_open and incident.priority in _URGENT
        return ((fit("--" if lacking else "·", width), Tone.WARN if lacking else Tone.DIM),)
    known = [units[id] for id in incident.units if id in units]
    tail = _first_arrival(incident, known, now, terms)
    room = width - width_of(tail)
    if tail and room < len(harmless(known[0].call_sign)):
        tail, room = (), width
    spans: list[Span] = []
    for place, unit in enumerate(known):
        mark = "?" if unit.id in seeming else ""
        text = (" " if place else "") + harmless(unit.call_sign) + mark
        behind = len(known) - place - 1
        reserve = len(f" +{behind}") if behind else 0
        if spans and width_of(spans) + len(text) + reserve > room:
            spans.append((f" +{behind + 1}", Tone.PLAIN))
            break
        spans.append((text, STATUS_TONES[unit.status]))
    spans = [*clip_spans(spans, room), *tail]
    return (*spans, (" " * (width - width_of(spans)), Tone.PLAIN))


def _first_arrival(incident: Incident, known: list[Unit], now: datetime, terms: Terms) -> tuple[Span, ...]:
    """Until the first is there, `!` behind it when that is after the site's time; nothing once one is."""
    expected = [unit.expected_at for unit in known if unit.expected_at is not None]
    if incident.arrived_at is not None or not expected:
        return ()
    soonest = min(expected)
    late = misses_target(incident, soonest, terms)
    text = f" {arrival(soonest, now)}{'!' if late else ''}"
    return ((text, arrival_tone(soonest, now, too_late=late)),)


def last_word(incident: Incident, say: Say) -> str:
    """Who gave the last words that stand, and which; the reason for a closed one; empty when silent."""
    if incident.closed_because == TAKEN_BACK:
        return say("told-closed-by-taking-back")
    if incident.closed_because is not None:
        return harmless(incident.closed_because)
    entry = incident.last_entry
    if entry is None:
        return ""
    return say("desk-last-word", who=harmless(entry.by), text=harmless(entry.text))
