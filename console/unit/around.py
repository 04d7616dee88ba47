"""What goes on near a unit that is on nothing: colleagues who ask, meldingen without anybody. Pure."""

from collections.abc import Sequence

from attrs import frozen

from console.harmless import harmless
from console.paint.age import distance
from console.paint.row import Row, Span, between, plain
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES
from console.paint.text import fit
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.priority import Priority


@frozen(kw_only=True)
class Near:
    """One melding to which the unit could go by its own word."""

    number: int
    priority: Priority
    what: str
    place: str
    away_m: float | None = None
    asked_by: str = ""
    """Who asks for colleagues; empty where nobody is there yet."""

    in_need: bool = False
    """True for the emergency of a colleague."""

    words: str = ""
    """What was said with it."""


@frozen(kw_only=True)
class AroundView:
    """One moment of a unit without a melding."""

    call_sign: str = ""
    status: str = ""
    on_duty: bool = False
    task: str = ""
    near: tuple[Near, ...] = ()
    """Those who ask first, then by urgency and distance."""

    selected: int | None = None
    key: str = ""
    """The key by which one comes along."""

    sign_on: str = ""
    """The key to sign on with."""


def draw_around(view: AroundView, say: Say, *, width: int, height: int) -> list[Row]:
    """Title and the list; the selected row stays in view."""
    state = view.status if view.on_duty else say("unit-off-duty")
    left: list[Span] = [(f" {harmless(view.call_sign)} ", Tone.STRONG), (state, Tone.PLAIN)]
    if view.task:
        left.append((f" · {harmless(view.task)}", Tone.PLAIN))
    rows = [
        Row(spans=between(left, ((f"{say('unit-around')} ", Tone.PLAIN),), width), ground=Ground.BAR_FOCUSED)
    ]
    if not view.on_duty:
        return [*rows, plain(f" {say('unit-sign-on', press=view.sign_on)}", Tone.WARN)]
    if not view.near:
        return [*rows, plain(f" {say('unit-quiet')}", Tone.DIM)]
    room = max(0, height - 1)
    return rows + near_rows(view, say, width)[_first(view.near, view.selected, room) :][:room]


def near_rows(view: AroundView, say: Say, width: int) -> list[Row]:
    """One row each."""
    return [_row(each, view, say, width) for each in view.near]


def asked_words(each: Near, say: Say) -> str:
    """`12.05 vraagt collega's bij 417, 600m: op de hoek`."""
    away = "" if each.away_m is None else f", {distance(each.away_m)}"
    if each.in_need:
        return f"{say('unit-in-need', what=harmless(each.what), place=harmless(each.place))}{away}"
    told = say("unit-asks", by=harmless(each.asked_by), incident=each.number)
    return f"{told}{away}" + (f": {harmless(each.words)}" if each.words else "")


def _row(each: Near, view: AroundView, say: Say, width: int) -> Row:
    chosen = each.number == view.selected
    away = "" if each.away_m is None else distance(each.away_m)
    right: list[Span] = [(f" {away} ", Tone.PLAIN)]
    if chosen:
        right.append((f" {view.key} {say('unit-i-come')} ", Tone.PICKED))
    left: list[Span] = [
        (f" {fit(str(each.number), 4)} ", Tone.STRONG),
        (PRIORITY_SIGNS[each.priority], PRIORITY_TONES[each.priority]),
    ]
    if each.in_need:
        left.append((f" ▲▲▲ {say('emergency-title')}", Tone.P1_NEW))
    elif each.asked_by:
        asks = say("unit-asks-here", by=harmless(each.asked_by))
        left.append((f" ✚ {asks}{': ' + harmless(each.words) if each.words else ''}", Tone.WARN))
    left.append((f" {harmless(each.what)} · {harmless(each.place)}", Tone.PLAIN))
    return Row(spans=between(left, right, width), ground=Ground.CURSOR if chosen else Ground.NORMAL)


def _first(near: Sequence[Near], selected: int | None, room: int) -> int:
    place = next((index for index, each in enumerate(near) if each.number == selected), 0)
    return max(0, min(place - room + 1, len(near) - room)) if place >= room else 0
