"""What the intake form is told to show, and the rows it makes of that. Pure."""

from attrs import frozen

from console.field.draw import draw_edit
from console.field.edit import Edit
from console.harmless import harmless
from console.paint.age import distance
from console.paint.row import Row, Span, between, clip_spans, plain, width_of
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES
from console.paint.text import clip, fit
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.part.said import place_said, what_said
from protocol.model.incident import Incident

LABEL = 12
BESIDE_FROM = 100
"""From this width the meldingen stand beside the fields, else below."""

NEAR_WITH_EARLIER = 2
"""Rows of what is on the board, when there is a past to show below."""


@frozen(kw_only=True)
class FieldView:
    """One field."""

    label: str
    edit: Edit
    hint: str = ""
    """Shown while it is empty."""

    sent: bool = False
    focused: bool = False


@frozen(kw_only=True)
class NearView:
    """One melding that may be the same."""

    incident: Incident
    why: tuple[str, ...]
    distance_m: float | None
    age: str


@frozen(kw_only=True)
class TakenView:
    """A call that is being taken at another desk and may be the same."""

    who: str
    said: str


@frozen(kw_only=True)
class EarlierView:
    """One melding of the past."""

    number: int
    day: str
    what: str
    place: str
    why: tuple[str, ...]


@frozen(kw_only=True)
class PlaceView:
    """One place that may be meant."""

    name: str
    kind: str
    distance_m: float | None
    """None where nobody knows around what one looks."""


@frozen(kw_only=True)
class FormView:
    """One moment of the form."""

    title: str = ""
    fields: tuple[FieldView, ...] = ()
    near: tuple[NearView, ...] = ()
    taken: tuple[TakenView, ...] = ()
    """Calls of other desks that may be the same, before those on the board."""

    picked: int = 0
    """Which of all of these."""

    earlier: tuple[EarlierView, ...] = ()
    problem: str = ""
    places: tuple[PlaceView, ...] = ()
    """Below the first field, while a place is typed in it."""

    place_picked: int | None = None


def draw_form(view: FormView, say: Say, *, width: int, height: int) -> list[Row]:
    """Title, fields, what is wrong or the keys; the meldingen nearby at the right or below."""
    beside = width >= BESIDE_FROM
    left = width * 6 // 10 if beside else width
    room = max(1, height - 2)
    at = next((place for place, each in enumerate(view.fields) if each.focused), 0)
    first = min(max(0, at - room + 1), max(0, len(view.fields) - room))
    title = Row(spans=((clip(f" {view.title}", width), Tone.STRONG),), ground=Ground.BAR_FOCUSED)
    rows = [_field_row(each, left) for each in view.fields[first : first + room]]
    rows[1:1] = _place_rows(view, say, left)
    rows = rows[:room]
    if view.problem:
        rows.append(plain(clip(f" {harmless(view.problem)}", left), Tone.WARN))
    else:
        rows.append(plain(clip(f" {say('form-keys')}", left), Tone.DIM))
    right = width - left - 1 if beside else width
    near = [*_near_rows(view, say, right), *_earlier_rows(view, say, right)]
    if not beside:
        return [title, *rows, *near][:height]
    body = max(len(rows), len(near))
    return [title, *(_side(rows, near, place, left) for place in range(body))][:height]


def _field_row(field: FieldView, width: int) -> Row:
    sign = "✔" if field.sent else " "
    head: list[Span] = [
        (f"{sign} ", Tone.GOOD if field.sent else Tone.DIM),
        (fit(field.label, LABEL) + " ", Tone.STRONG if field.focused else Tone.DIM),
    ]
    room = width - LABEL - 3
    if field.edit.text or (field.focused and not field.hint):
        head += draw_edit(field.edit, room, harmless=harmless, focused=field.focused)
    else:
        if field.focused:
            head.append((" ", Tone.CARET))
        head.append((clip(field.hint, room - 1), Tone.DIM))
    spans = clip_spans(head, width)
    blank = (" " * (width - width_of(spans)), Tone.PLAIN)
    return Row(spans=(*spans, blank), ground=Ground.FIELD if field.focused else Ground.NORMAL)


def _place_rows(view: FormView, say: Say, width: int) -> list[Row]:
    rows = []
    for place, each in enumerate(view.places):
        picked = place == view.place_picked
        apart = "" if each.distance_m is None else f"{distance(each.distance_m)} "
        how = f"{say('form-places-keys')}   " if place == 0 and view.place_picked is None else ""
        head = " " * (LABEL + 1) + ("►" if picked else " ")
        left = ((head, Tone.STRONG), (f" {harmless(each.name)}", Tone.STRONG if picked else Tone.PLAIN))
        right = ((f" {how}{harmless(each.kind)} {apart}", Tone.DIM),)
        spans = between(left, right, width)
        rows.append(Row(spans=spans, ground=Ground.CHOSEN if picked else Ground.NORMAL))
    return rows


def _near_rows(view: FormView, say: Say, width: int) -> list[Row]:
    rows = [Row(spans=((fit(f" {say('form-near-title')}", width), Tone.STRONG),), ground=Ground.BAR)]
    for place, taken in enumerate(view.taken):
        ground = Ground.CHOSEN if place == view.picked else Ground.NORMAL
        here: tuple[Span, ...] = (
            ("►" if place == view.picked else " ", Tone.STRONG),
            ("✎ ", Tone.STRONG),
            (harmless(taken.said), Tone.STRONG),
        )
        who = ((f" {say('board-half', who=harmless(taken.who))} ", Tone.WARN),)
        rows.append(Row(spans=between(here, who, width), ground=ground))
    if not view.near and view.taken:
        return rows
    if not view.near:
        return [*rows, plain(f" {say('form-near-none')}", Tone.DIM)]
    # The past is below, and must not fall off the screen for a long list of the present.
    chosen = view.picked - len(view.taken)
    first = max(0, chosen - NEAR_WITH_EARLIER + 1) if view.earlier else 0
    last = first + NEAR_WITH_EARLIER if view.earlier else len(view.near)
    for place, each in list(enumerate(view.near))[first:last]:
        incident = each.incident
        picked = place == chosen
        apart = "" if each.distance_m is None else f" {distance(each.distance_m)}"
        right = ((f" {', '.join(each.why)}{apart} {each.age} ", Tone.WARN),)
        left = (
            ("►" if picked else " ", Tone.STRONG),
            (f"{incident.number} ", Tone.STRONG),
            (PRIORITY_SIGNS[incident.priority], PRIORITY_TONES[incident.priority]),
            (f" {what_said(incident, say)}", Tone.STRONG if incident.is_open else Tone.DIM),
            (f" · {place_said(incident, say)}", Tone.PLAIN),
        )
        ground = Ground.CHOSEN if picked else Ground.NORMAL
        rows.append(Row(spans=between(left, right, width), ground=ground))
    return rows


def _earlier_rows(view: FormView, say: Say, width: int) -> list[Row]:
    """Of the past, where there is any; they cannot be picked, because they are over."""
    if not view.earlier:
        return []
    rows = [Row(spans=((fit(f" {say('form-earlier-title')}", width), Tone.STRONG),), ground=Ground.BAR)]
    for each in view.earlier:
        left = (
            (f" {each.day} ", Tone.DIM),
            (f"{each.number} ", Tone.PLAIN),
            (f"{harmless(each.what)} · {harmless(each.place)}", Tone.DIM),
        )
        rows.append(Row(spans=between(left, ((f" {', '.join(each.why)} ", Tone.DIM),), width)))
    return rows


def _side(rows: list[Row], near: list[Row], place: int, left: int) -> Row:
    """One row of the fields and one of the meldingen; the field keeps its mark by the caret and its sign."""
    spans: list[Span] = list(rows[place].spans) if place < len(rows) else []
    spans.append((" " * max(0, left - width_of(spans)), Tone.PLAIN))
    spans.append(("│", Tone.DIM))
    if place < len(near):
        spans += near[place].spans
    return Row(spans=spans)
