"""What the emergency of a colleague looks like: over the whole screen, and one row once it is answered. Pure.

Who, where, how far, who heard it. Said by words and signs, on the ground of an alarm.
"""

from attrs import frozen

from console.harmless import harmless
from console.paint.age import distance
from console.paint.row import Row, Span, between, clip_spans
from console.paint.text import wrap
from console.paint.tone import Ground, Tone
from console.paint.words import Say

_INDENT = "   "


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

    nearby: tuple[str, ...] = ()
    """Call signs that were put on its line."""

    answered_by: tuple[str, ...] = ()
    mine: bool = False
    """True for the unit that pressed the button itself."""


@frozen(kw_only=True)
class EmergencyView:
    """One moment: all colleagues in need, what must be answered first."""

    calls: tuple[Call, ...] = ()
    """Empty for none. The first is the one that Enter answers, while it takes the screen."""

    takes: bool = False
    """True while somebody here must answer: it takes the whole screen."""

    name: str = ""
    """Who answers."""


def draw_emergency(view: EmergencyView, say: Say, *, width: int, height: int) -> list[Row]:
    """One row, or all rows while it takes the screen. Empty without a colleague in need."""
    if not view.calls:
        return []
    if not view.takes:
        return [_bar(view, say, width)]
    first, *others = view.calls
    lines: list[tuple[Span, ...]] = [
        ((f" ▲▲▲ {say('emergency-title')} ▲▲▲", Tone.PICKED),),
        (),
        ((f"{_INDENT}{harmless(first.call_sign)}", Tone.STRONG),),
    ]
    lines += _told(harmless(first.where) or say("emergency-nowhere"), width)
    lines += _told(_facts(first, say), width)
    lines.append(())
    if first.nearby:
        names = ", ".join(harmless(name) for name in first.nearby)
        lines += _told(say("emergency-nearby", names=names), width)
    lines += _told(_heard(first, say), width)
    if others:
        lines += _told(
            say("emergency-also", names=", ".join(harmless(each.call_sign) for each in others)), width
        )
    lines.append(())
    lines.append(
        (
            (_INDENT, Tone.PLAIN),
            (f" Enter · {say('emergency-answer', name=harmless(view.name))} ", Tone.PICKED),
        )
    )
    if len(lines) > height:
        # The way to answer stays, whatever the height.
        lines = [line for line in lines if line]
        lines = [*lines[: max(0, height - 1)], lines[-1]] if len(lines) > height else lines
    rows = [Row(spans=clip_spans(line, width), ground=Ground.ALARM) for line in lines]
    return rows + [Row(ground=Ground.ALARM)] * (height - len(rows))


def _told(text: str, width: int) -> list[tuple[Span, ...]]:
    return [((_INDENT + part, Tone.PLAIN),) for part in wrap(text, width - len(_INDENT) - 1)]


def _facts(call: Call, say: Say) -> str:
    parts = [] if call.away_m is None else [say("emergency-away", away=distance(call.away_m))]
    parts += [call.at] if call.at else []
    return " · ".join([*parts, say("emergency-melding", incident=call.incident)])


def _heard(call: Call, say: Say) -> str:
    if not call.answered_by:
        return say("emergency-unheard")
    return say("emergency-heard", names=", ".join(harmless(name) for name in call.answered_by))


def _bar(view: EmergencyView, say: Say, width: int) -> Row:
    first = view.calls[0]
    text = say("emergency-own") if first.mine else say("emergency-bar", unit=harmless(first.call_sign))
    if first.away_m is not None:
        text += f" {distance(first.away_m)}"
    more = f" +{len(view.calls) - 1}" if len(view.calls) > 1 else ""
    left: tuple[Span, ...] = ((f" ▲▲▲ {text}{more} · {_heard(first, say)}", Tone.STRONG),)
    return Row(spans=between(left, ((f"{first.incident} ▲▲▲ ", Tone.STRONG),), width), ground=Ground.ALARM)
