"""What the emergency of a colleague looks like: a banner over the board's head, by name. Pure.

Who, where, how far, who heard it: each colleague by name, and those that do not fit take turns. Said by
words and signs, on the ground of an alarm. Never more than a third of the rows: whoever types goes on
typing below it.
"""

from collections.abc import Sequence

from attrs import frozen

from console.harmless import harmless
from console.paint.age import distance
from console.paint.row import Row, Span, between, clip_spans, width_of
from console.paint.text import cells
from console.paint.tone import Ground, Tone
from console.paint.words import Say

DEEDS = ("line", "map", "nearest")
"""What the list offers for each, in the order of its digits."""

MOST_LISTED = 3
"""Colleagues for whom there are digits."""


@frozen(kw_only=True)
class Call:
    """One colleague in need, as it is shown."""

    unit: int
    call_sign: str
    incident: int
    at: str = ""
    """The clock when the button was pressed; empty while only the alarm came."""

    where: str = ""
    """The place in words, or coordinates; empty when nobody knows."""

    away_m: float | None = None
    """From the unit that looks; None for the room, or when either place is unknown."""

    nearest: str = ""
    """Call sign of who is nearest, for the room; empty when nobody knows."""

    nearest_m: float | None = None
    nearby: tuple[str, ...] = ()
    """Call signs that were put on its line."""

    answered_by: tuple[str, ...] = ()
    mine: bool = False
    """True for the unit that pressed the button itself."""


@frozen(kw_only=True)
class EmergencyView:
    """One moment: all colleagues in need, what must be answered first."""

    calls: tuple[Call, ...] = ()
    """Empty for none. The first is the one that the key answers, while something must be answered."""

    asks: bool = False
    """True while somebody here must answer."""

    lists: bool = False
    """True while the digits of what one can do are open."""

    may_send: bool = True
    """True in the room, which sends others; a unit goes itself."""

    name: str = ""
    """Who answers."""

    turn: int = 0
    """Counts up: who does not fit is in view by turns."""

    flash: bool = False
    """Every other second."""


def banner_rows(view: EmergencyView, height: int) -> int:
    """How many of `height` rows the banner takes: 0 without a colleague in need, else 1 at least."""
    if not view.calls:
        return 0
    if not (view.asks or view.lists):
        return 1
    most = max(2, height // 3)
    wordy = 2 * len(view.calls) + 1
    return wordy if wordy <= most else min(most, len(view.calls) + 1)


def draw_emergency(view: EmergencyView, say: Say, *, width: int, height: int) -> list[Row]:
    """In `height` rows, as `banner_rows` gave them. Empty without a colleague in need."""
    if not view.calls or height < 1:
        return []
    if not (view.asks or view.lists):
        return [_bar(view, say, width)]
    room = height - 1
    wordy = 2 * len(view.calls) <= room
    rows: list[Row] = []
    for call in view.calls if wordy else _in_turn(view.calls, room, view.turn):
        rows.append(_head(call, view, say, width, wordy=wordy))
        if wordy:
            text = f"     {_heard(call, say)}" + (f" · {_nearby(call, say)}" if call.nearby else "")
            rows.append(_on_alarm(((text, Tone.PLAIN),), width))
    keys = _list(view, say, width) if view.lists else _answer(view, say, width)
    return [*rows, _on_alarm(keys, width)]


def _in_turn(calls: Sequence[Call], room: int, turn: int) -> list[Call]:
    """The first always, because the key answers it; the others by turns where they do not all fit."""
    if len(calls) <= room:
        return list(calls)
    first, others = calls[0], calls[1:]
    shown = max(0, room - 1)
    start = turn * shown
    return [first, *(others[(start + place) % len(others)] for place in range(shown))][:room]


def _head(call: Call, view: EmergencyView, say: Say, width: int, *, wordy: bool) -> Row:
    """Name, place and distance first: what is cut on a narrow screen stands behind them."""
    sign = "△△△" if view.flash else "▲▲▲"
    title = say("emergency-own") if call.mine else say("emergency-bar", unit=harmless(call.call_sign))
    parts = [harmless(call.where) or say("emergency-nowhere")]
    parts += [_away(call, say)] if _away(call, say) else []
    parts += [] if wordy else [_heard_short(call, say)]
    parts += [call.at] if call.at else []
    parts.append(say("emergency-melding", incident=call.incident))
    left: tuple[Span, ...] = (
        (f" {sign} ", Tone.STRONG),
        (f" {title} ", Tone.PICKED if view.flash else Tone.STRONG),
        (f" {' · '.join(parts)}", Tone.STRONG),
    )
    return _on_alarm(left, width)


def _away(call: Call, say: Say) -> str:
    if call.away_m is not None:
        return say("emergency-away", away=distance(call.away_m))
    if call.nearest and call.nearest_m is not None:
        return say("emergency-nearest", unit=harmless(call.nearest), away=distance(call.nearest_m))
    return ""


def _answer(view: EmergencyView, say: Say, width: int) -> tuple[Span, ...]:
    first = view.calls[0]
    heard = say("emergency-answer", unit=harmless(first.call_sign), name=harmless(view.name))
    short = say("emergency-answer-short")
    listed = say("emergency-list")
    keys: list[Span] = []
    if view.asks:
        fits = cells(f"   Ctrl+G {heard}   Ctrl+N {listed} ") < width
        keys += [
            ("  ", Tone.PLAIN),
            (" Ctrl+G ", Tone.PICKED),
            (f" {heard if fits else short} ", Tone.STRONG),
        ]
    return (*keys, (" ", Tone.PLAIN), (" Ctrl+N ", Tone.PICKED), (f" {listed} ", Tone.PLAIN))


def _list(view: EmergencyView, say: Say, width: int) -> tuple[Span, ...]:
    """`12.05 1 lijn 2 kaart 3 wie`, for each for whom there are digits; in the same order `12.06 4-6`."""
    listed = view.calls[:MOST_LISTED]
    spans = [span for place in range(len(listed)) for span in _deeds(view, say, place)]
    if width_of(spans) <= width:
        return tuple(spans)
    short = [
        (f" {harmless(call.call_sign)} {place * len(DEEDS) + 1}-{(place + 1) * len(DEEDS)}", Tone.STRONG)
        for place, call in enumerate(listed)
    ]
    return (*_deeds(view, say, 0), *short[1:])


def _deeds(view: EmergencyView, say: Say, place: int) -> list[Span]:
    spans: list[Span] = [(f" {harmless(view.calls[place].call_sign)}", Tone.STRONG)]
    for digit, deed in enumerate(DEEDS, place * len(DEEDS) + 1):
        goes = deed == "nearest" and not view.may_send
        word = say("emergency-list-go" if goes else f"emergency-list-{deed}")
        spans += [(" ", Tone.PLAIN), (str(digit), Tone.PICKED), (f" {word}", Tone.PLAIN)]
    return spans


def _nearby(call: Call, say: Say) -> str:
    return say("emergency-nearby", names=", ".join(harmless(name) for name in call.nearby))


def _heard(call: Call, say: Say) -> str:
    if not call.answered_by:
        return say("emergency-unheard")
    return say("emergency-heard", names=", ".join(harmless(name) for name in call.answered_by))


def _heard_short(call: Call, say: Say) -> str:
    names = ", ".join(harmless(name) for name in call.answered_by)
    return f"✔ {names}" if names else say("emergency-unheard-short")


def _bar(view: EmergencyView, say: Say, width: int) -> Row:
    """Once it is answered here: each in turn, by name."""
    call = view.calls[view.turn % len(view.calls)]
    text = say("emergency-own") if call.mine else say("emergency-bar", unit=harmless(call.call_sign))
    away = _away(call, say)
    told = " · ".join(each for each in (text, harmless(call.where), away, _heard(call, say)) if each)
    count = say("emergency-count", count=len(view.calls)) if len(view.calls) > 1 else ""
    right: tuple[Span, ...] = (
        (f" {count} " if count else " ", Tone.STRONG),
        (" Ctrl+N ", Tone.PICKED),
        (f" {call.incident} ", Tone.STRONG),
    )
    return Row(spans=between(((f" ▲▲▲ {told}", Tone.STRONG),), right, width), ground=Ground.ALARM)


def _on_alarm(spans: Sequence[Span], width: int) -> Row:
    return Row(spans=clip_spans(tuple(spans), width), ground=Ground.ALARM)
