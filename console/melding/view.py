"""What the melding panel is told to show, and the rows it makes of that. Pure."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from attrs import frozen

from console.harmless import harmless
from console.melding.answered import promise_rows, reaction_rows
from console.melding.appealed import appeal_rows
from console.melding.asked import asked_rows
from console.melding.chosen import chosen_rows
from console.melding.coming import coming_rows
from console.melding.ending import end_rows, guard_rows
from console.melding.labelled import Setting
from console.melding.scaled import contact_rows, pair_rows, scale_rows, who_rows
from console.melding.together import work_rows
from console.melding.told import intake_rows, story_rows
from console.paint.row import BLANK, Row, Span, between, clip_spans
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.part.said import place_said, place_tone, what_said, what_tone
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.terms import Terms
from protocol.model.unit import Unit


@frozen(kw_only=True)
class MeldingView:
    """One moment of the selected melding."""

    incident: Incident | None
    units: Mapping[int, Unit]
    now: datetime
    zone: tzinfo
    terms: Terms
    guarding: bool = False
    """True when somebody wants to let go: what is missing stands on top, and its numbers are keys."""

    seeming: frozenset[int] = frozenset()
    """Units that seem to be on the spot."""

    deeds: tuple[str, ...] = ()
    """What is likely next, each as a hand does it: `Spatie 1 stuur 12.09, 4 min`."""

    answers: bool = True
    """False for a partner, who does not see what was answered."""

    confirm: str = ""
    """The key that says that such a one is there."""

    top: int = 0
    """The first row in view, below the title."""

    focused: bool = False
    present: str = ""
    """Who else of the room is at it, by name; empty for nobody."""


def draw_melding(view: MeldingView, say: Say, *, width: int, height: int) -> list[Row]:
    """Title, and the rows from `top` on; never past the end while there is more above."""
    if view.incident is None:
        ground = Ground.BAR_FOCUSED if view.focused else Ground.BAR
        return [
            Row(spans=((" ", Tone.PLAIN),), ground=ground),
            Row(spans=((f" {say('line-none')}", Tone.DIM),)),
        ]
    rows = melding_rows(view, say, width=width, height=height)
    body = max(0, height - 1)
    top = min(max(0, view.top), most_top(len(rows), height))
    return [_title(view.incident, view, say, width, len(rows), top, body), *rows[top : top + body]]


def most_top(rows: int, height: int) -> int:
    """The last row with which the panel may begin."""
    return max(0, rows - max(0, height - 1))


def melding_rows(view: MeldingView, say: Say, *, width: int, height: int) -> list[Row]:
    """Everything about the melding, below each other, parted by blanks where there is room for them.

    Empty when nothing is selected.
    """
    if view.incident is None:
        return []
    setting = Setting(
        incident=view.incident, now=view.now, zone=view.zone, terms=view.terms, say=say, width=width
    )
    ending = view.guarding or view.incident.phase is Phase.MERGE_OUT
    parts = [guard_rows(setting, keys=view.guarding and view.focused)] if ending else []
    if view.deeds:
        parts.append([Row(spans=clip_spans(((f" {' · '.join(view.deeds)}", Tone.GOOD),), width))])
    parts.append(asked_rows(setting))
    parts += [
        appeal_rows(setting, view.units),
        contact_rows(setting) + scale_rows(setting) + who_rows(setting),
        intake_rows(setting),
        coming_rows(setting, view.units, seeming=view.seeming, confirm=view.confirm) + chosen_rows(setting),
        (reaction_rows(setting) if view.answers else []) + promise_rows(setting),
        story_rows(setting),
        pair_rows(setting, view.units),
        work_rows(setting, view.units),
        end_rows(setting),
    ]
    parts = [part for part in parts if part]
    airy = sum(map(len, parts)) + len(parts) <= height
    rows: list[Row] = []
    for part in parts:
        rows += [BLANK, *part] if rows and airy else part
    return rows


def _title(
    incident: Incident, view: MeldingView, say: Say, width: int, rows: int, top: int, body: int
) -> Row:
    left: list[Span] = [
        (f" {say('melding-title', incident=incident.number)} ", Tone.STRONG),
        (
            PRIORITY_SIGNS[incident.priority],
            Tone.STRONG if view.focused else PRIORITY_TONES[incident.priority],
        ),
        (f" {what_said(incident, say)}", what_tone(incident, Tone.STRONG)),
        (" · ", Tone.PLAIN),
        (place_said(incident, say), place_tone(incident, Tone.PLAIN)),
    ]
    if view.present:
        left.append((f"  {harmless(view.present)}", Tone.MELDER))
    part = f"{top + 1}-{min(rows, top + body)}/{rows} " if rows > body else ""
    right: tuple[Span, ...] = ((f"{part}{say(f'phase-{incident.phase.key}')} ", Tone.PLAIN),)
    return Row(spans=between(left, right, width), ground=Ground.BAR_FOCUSED if view.focused else Ground.BAR)
