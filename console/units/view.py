"""What the unit list is told to show, and the rows it makes of that. Pure."""

from datetime import datetime

from attrs import frozen

from console.harmless import harmless
from console.paint.age import age, distance, fine_age, seconds_between, travel
from console.paint.arrival import arrival, arrival_tone
from console.paint.row import BLANK, Row, Span, between, clip_spans
from console.paint.signs import STATUS_TONES
from console.paint.text import cells, fit
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.units.standing import Standing
from console.units.work_in_hand import crew, doing_spans, in_full, mate_spans
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus

HEADED_FROM = 10
TOLD_FROM = 8
"""Panels of at least this height tell the selected unit in full at their foot."""

_CREW = 3
_LEAST_DOING = 6


@frozen(kw_only=True)
class UnitsView:
    """One moment of the unit list."""

    standings: tuple[Standing, ...]
    now: datetime
    selected: int | None = None
    incident: int | None = None
    """The selected incident, from which distances are counted."""

    nearest_first: bool = False
    waiting: frozenset[int] = frozenset()
    """Units with a command under way."""

    focused: bool = False


@frozen(kw_only=True)
class _Widths:
    """Columns in cells; 0 for one that is left out."""

    sign: int
    crew: int
    status: int
    doing: int


def body_height(height: int, *, told: bool = False) -> int:
    """Rows for units in a panel of this height; one less while the selected one is told in full."""
    return max(0, height - (2 if height >= HEADED_FROM else 1) - (told and height >= TOLD_FROM))


def draw_units(view: UnitsView, say: Say, *, width: int, height: int, top: int) -> list[Row]:
    """Title, column names where there is room, units from index `top` on, the selected one in full."""
    chosen = next((each for each in view.standings if each.unit.id == view.selected), None)
    body = body_height(height, told=chosen is not None)
    shown = view.standings[top : top + body]
    widths = _widths(view, width)
    rows = [_title(view, say, width, top, len(shown))]
    if height >= HEADED_FROM:
        rows.append(_head(say, widths))
    rows += [_row(each, view, say, widths) for each in shown]
    if not shown:
        rows.append(Row(spans=((" " + say("units-empty"), Tone.DIM),)))
    if chosen is not None and height >= TOLD_FROM:
        rows += [BLANK] * (height - 1 - len(rows))
        rows.append(
            Row(
                spans=clip_spans(in_full(chosen.unit, say, chosen.mate, chosen.apart_m), width),
                ground=Ground.BAR,
            )
        )
    return rows


def _widths(view: UnitsView, width: int) -> _Widths:
    """Gutter, call sign and a space, crew, status, since, incident, distance, age of the position, work."""
    sign = max((cells(harmless(each.unit.call_sign)) for each in view.standings), default=5)
    sign = min(max(sign, 6), 12 if width >= 44 else 8)
    bare = 1 + sign + 1 + 6 + 6 + 8 + 5
    crew = _CREW if width >= bare + _CREW + 8 else 0
    fixed = bare + crew
    status = 14 if width >= fixed + 14 else 8
    doing = width - fixed - status - 1
    return _Widths(sign=sign, crew=crew, status=status, doing=doing if doing >= _LEAST_DOING else 0)


def _row(each: Standing, view: UnitsView, say: Say, widths: _Widths) -> Row:
    unit = each.unit
    chosen = unit.id == view.selected
    ground = Ground.NORMAL if not chosen else Ground.CURSOR if view.focused else Ground.CHOSEN
    here = unit.incident is not None and unit.incident == view.incident
    word, tone = _status(unit, widths, say)
    gutter = "…" if unit.id in view.waiting else "►" if here else " "
    incident = "" if unit.incident is None else str(unit.incident)
    quiet = Tone.DIM if unit.status is UnitStatus.UNAVAILABLE else Tone.PLAIN
    doing = _doing(each, widths.doing, quiet)
    return Row(
        spans=(
            (gutter, Tone.WARN),
            (fit(harmless(unit.call_sign), widths.sign) + " ", Tone.STRONG if quiet is Tone.PLAIN else quiet),
            (fit(crew(unit), widths.crew), quiet),
            (fit(word, widths.status), tone),
            (fit(age(seconds_between(unit.since, view.now)), 6, right=True), Tone.DIM),
            (fit(incident, 6, right=True), Tone.STRONG if here else quiet),
            *_place(each, view.now),
            *doing,
        ),
        ground=ground,
    )


def _doing(each: Standing, width: int, quiet: Tone) -> tuple[Span, ...]:
    """The other half of a split pair, then what it has in hand."""
    mate, work = mate_spans(each.mate, each.apart_m), doing_spans(each.unit)
    between: list[Span] = [(" · ", Tone.DIM)] if mate and work else []
    return ((" ", quiet), *clip_spans((*mate, *between, *work), width)) if width else ()


def _status(unit: Unit, widths: _Widths, say: Say) -> Span:
    """The status; where the work has no column, work that must go on stands in its place."""
    if unit.status is UnitStatus.AVAILABLE and not unit.can_be_called and not widths.doing:
        return doing_spans(unit)[0] if unit.task is not None else ("", Tone.PLAIN)
    long = "" if widths.status >= 14 else "-short"
    return say(f"status-{unit.status.key}{long}"), STATUS_TONES[unit.status]


def _place(each: Standing, now: datetime) -> tuple[Span, ...]:
    """Until it is on the spot, else its travel time, else its distance; and the age of an old position.

    `~` stands before a distance from an old position.
    """
    old = fine_age(each.position_age_s or 0) if each.stale else ""
    tail: Span = (fit(old, 5, right=True), Tone.WARN if old else Tone.PLAIN)
    expected = each.unit.expected_at
    if expected is not None:
        return (fit(f"→{arrival(expected, now)}", 8, right=True), arrival_tone(expected, now)), tail
    if each.travel_s is not None:
        return (fit(travel(each.travel_s), 8, right=True), Tone.PLAIN), tail
    if each.position_age_s is None:
        return ((fit("?", 8, right=True), Tone.DIM),)
    far = "" if each.distance_m is None else ("~" if each.stale else "") + distance(each.distance_m)
    return (fit(far, 8, right=True), Tone.DIM if each.stale else Tone.PLAIN), tail


def _title(view: UnitsView, say: Say, width: int, top: int, shown: int) -> Row:
    ground = Ground.BAR_FOCUSED if view.focused else Ground.BAR
    free = sum(each.unit.can_be_called for each in view.standings)
    whole = len(view.standings)
    left: tuple[Span, ...] = (
        (f" {say('units-title')} ", Tone.STRONG),
        (say("desk-units-count", free=free, all=whole), Tone.PLAIN),
    )
    order = say("desk-units-nearest") if view.nearest_first else ""
    right = f"{top + 1}-{top + shown}/{whole}" if whole > shown else ""
    tail = " ".join(part for part in (order, right) if part)
    return Row(spans=between(left, ((tail + " ", Tone.PLAIN),) if tail else (), width), ground=ground)


def _head(say: Say, widths: _Widths) -> Row:
    text = (
        " "
        + fit(say("units-column-call-sign"), widths.sign)
        + " "
        + " " * widths.crew
        + fit(say("units-column-status"), widths.status)
        + fit(say("units-column-since"), 6, right=True)
        + " "
        + fit(say("desk-units-column-incident"), 5, right=True)
        + fit(say("desk-units-column-distance"), 8, right=True)
        + " " * 6
        + fit(say("units-column-doing"), widths.doing)
    )
    return Row(spans=((text.rstrip(), Tone.DIM),))
