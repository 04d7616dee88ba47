"""How one incident looks as a row of the board. Pure; everything that people wrote is made harmless here."""

from collections.abc import Mapping
from datetime import datetime

from console.harmless import harmless
from console.widgets.board.columns import Columns
from console.widgets.board.pressing import TERMS, press_span
from console.widgets.paint.age import age, seconds_between
from console.widgets.paint.row import Row, Span, clip_spans, width_of
from console.widgets.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES, STATUS_TONES
from console.widgets.paint.text import fit
from console.widgets.paint.tone import Ground, Tone
from console.widgets.paint.words import Say
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.priority import Priority
from protocol.model.terms import Terms
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
) -> Row:
    """The row. A closed incident is dim; an unseen one is marked by sign, ground and attribute."""
    plain = Tone.PLAIN if incident.is_open else Tone.DIM
    strong = Tone.STRONG if incident.is_open and incident.priority in _URGENT else plain
    priority = PRIORITY_TONES[incident.priority] if incident.is_open else Tone.DIM
    since = seconds_between(incident.opened_at, now)
    spans: list[Span] = [
        ("!" if unseen else "…" if waiting else " ", priority),
        (fit(str(incident.number), columns.number, right=True), strong),
        (fit(age(since), columns.age + 1, right=True) + " ", Tone.DIM),
        (PRIORITY_SIGNS[incident.priority], priority),
        (f" {phase_letter(incident.phase, say)} ", plain),
        press_span(incident, now, terms),
        (" ", plain),
        (fit(harmless(incident.what), columns.what) + " ", strong),
        (fit(harmless(incident.place.name), columns.where) + " ", plain),
        *unit_spans(incident, units, columns.units),
    ]
    if unseen:
        spans = [(text, Tone.P1_NEW) for text, _ in spans]
    if columns.last:
        spans += [
            (" ", Tone.P1_NEW if unseen else plain),
            (fit(last_word(incident, say), columns.last), Tone.P1_NEW if unseen else Tone.LOGGED),
        ]
    return Row(spans=spans, ground=ground)


def phase_letter(phase: Phase, say: Say) -> str:
    """One letter for the phase."""
    return say(f"phase-{phase.key}-letter")


def unit_spans(incident: Incident, units: Mapping[int, Unit], width: int) -> tuple[Span, ...]:
    """The call signs, toned by status, `+2` for those that do not fit; exactly `width` cells.

    An urgent open incident without units shows a dash that draws the eye.
    """
    if not incident.units:
        lacking = incident.is_open and incident.priority in _URGENT
        return ((fit("--" if lacking else "·", width), Tone.WARN if lacking else Tone.DIM),)
    spans: list[Span] = []
    known = [units[id] for id in incident.units if id in units]
    for place, unit in enumerate(known):
        text = (" " if place else "") + harmless(unit.call_sign)
        behind = len(known) - place - 1
        reserve = len(f" +{behind}") if behind else 0
        if spans and width_of(spans) + len(text) + reserve > width:
            spans.append((f" +{behind + 1}", Tone.PLAIN))
            break
        spans.append((text, STATUS_TONES[unit.status]))
    spans = list(clip_spans(spans, width))
    return (*spans, (" " * (width - width_of(spans)), Tone.PLAIN))


def last_word(incident: Incident, say: Say) -> str:
    """Who gave the last words that stand, and which; the reason for a closed one; empty when silent."""
    if incident.closed_because is not None:
        return harmless(incident.closed_because)
    entry = incident.last_entry
    if entry is None:
        return ""
    return say("desk-last-word", who=harmless(entry.by), text=harmless(entry.text))
