"""What the unit list is told to show, and the rows it makes of that. Pure."""

from datetime import datetime

from attrs import frozen

from console.harmless import harmless
from console.widgets.paint.age import age, distance, fine_age, seconds_between
from console.widgets.paint.row import Row, Span, between
from console.widgets.paint.signs import STATUS_TONES
from console.widgets.paint.text import cells, fit
from console.widgets.paint.tone import Ground, Tone
from console.widgets.paint.words import Say
from console.widgets.units.standing import Standing
from protocol.model.unit_status import UnitStatus

HEADED_FROM = 10


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


def body_height(height: int) -> int:
    """Rows for units in a panel of this height."""
    return max(0, height - (2 if height >= HEADED_FROM else 1))


def draw_units(view: UnitsView, say: Say, *, width: int, height: int, top: int) -> list[Row]:
    """Title, column names where there is room, units from index `top` on."""
    shown = view.standings[top : top + body_height(height)]
    sign_width = max((cells(harmless(each.unit.call_sign)) for each in view.standings), default=5)
    sign_width = min(max(sign_width, 6), 12 if width >= 44 else 8)
    # Gutter, call sign and a space, status, since, incident, distance, age of the position.
    long = width >= 1 + sign_width + 1 + 14 + 6 + 6 + 8 + 5
    rows = [_title(view, say, width, top, len(shown))]
    if height >= HEADED_FROM:
        rows.append(_head(say, sign_width, 14 if long else 8))
    rows += [_row(each, view, say, sign_width, long) for each in shown]
    if not shown:
        rows.append(Row(spans=((" " + say("units-empty"), Tone.DIM),)))
    return rows


def _row(each: Standing, view: UnitsView, say: Say, sign_width: int, long: bool) -> Row:
    unit = each.unit
    chosen = unit.id == view.selected
    ground = Ground.NORMAL if not chosen else Ground.CURSOR if view.focused else Ground.CHOSEN
    tone = STATUS_TONES[unit.status]
    here = unit.incident is not None and unit.incident == view.incident
    word = say(f"status-{unit.status.key}" if long else f"status-{unit.status.key}-short")
    gutter = "…" if unit.id in view.waiting else "►" if here else " "
    incident = "" if unit.incident is None else str(unit.incident)
    quiet = Tone.DIM if unit.status is UnitStatus.UNAVAILABLE else Tone.PLAIN
    return Row(
        spans=(
            (gutter, Tone.WARN),
            (fit(harmless(unit.call_sign), sign_width) + " ", Tone.STRONG if quiet is Tone.PLAIN else quiet),
            (fit(word, 14 if long else 8), tone),
            (fit(age(seconds_between(unit.since, view.now)), 6, right=True), Tone.DIM),
            (fit(incident, 6, right=True), Tone.STRONG if here else quiet),
            *_place(each),
        ),
        ground=ground,
    )


def _place(each: Standing) -> tuple[Span, ...]:
    """Distance, `~` before one from an old position, and the age of a position that is not fresh."""
    if each.position_age_s is None:
        return ((fit("?", 8, right=True), Tone.DIM),)
    tone = Tone.DIM if each.stale else Tone.PLAIN
    far = "" if each.distance_m is None else ("~" if each.stale else "") + distance(each.distance_m)
    old = fine_age(each.position_age_s) if each.stale else ""
    return ((fit(far, 8, right=True), tone), (fit(old, 5, right=True), Tone.WARN if old else tone))


def _title(view: UnitsView, say: Say, width: int, top: int, shown: int) -> Row:
    ground = Ground.BAR_FOCUSED if view.focused else Ground.BAR
    free = sum(each.unit.status is UnitStatus.AVAILABLE for each in view.standings)
    whole = len(view.standings)
    left: tuple[Span, ...] = (
        (f" {say('units-title')} ", Tone.STRONG),
        (say("desk-units-count", free=free, all=whole), Tone.PLAIN),
    )
    order = say("desk-units-nearest") if view.nearest_first else ""
    right = f"{top + 1}-{top + shown}/{whole}" if whole > shown else ""
    tail = " ".join(part for part in (order, right) if part)
    return Row(spans=between(left, ((tail + " ", Tone.PLAIN),) if tail else (), width), ground=ground)


def _head(say: Say, sign_width: int, word_width: int) -> Row:
    text = (
        " "
        + fit(say("units-column-call-sign"), sign_width)
        + " "
        + fit(say("units-column-status"), word_width)
        + fit(say("units-column-since"), 6, right=True)
        + " "
        + fit(say("desk-units-column-incident"), 5, right=True)
        + fit(say("desk-units-column-distance"), 8, right=True)
    )
    return Row(spans=((text, Tone.DIM),))
