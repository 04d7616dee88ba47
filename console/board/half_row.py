"""A call that is being taken and has no number yet, as a row of the board. Pure."""

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Row, Span, clip_spans
from console.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.priority import Priority

TYPES = "✎"
"""Somebody types."""


@frozen(kw_only=True)
class HalfRow:
    """A call without a number, as the board shows it."""

    who: str
    what: str
    place: str
    priority: int
    """0 while none was said."""

    under_way: bool = False
    """True for our own that waits for its number."""


def said_of(what: str, place: str, say: Say) -> str:
    """`steekpartij · Markt 4`, with words for what is not known."""
    return f"{what or say('what-unknown')} · {place or say('place-unknown')}"


def draw_half(half: HalfRow, say: Say, width: int) -> Row:
    """Who takes it, and what and where as typed so far."""
    priority = Priority(half.priority) if 1 <= half.priority <= len(Priority) else None
    sign: Span = (" ", Tone.DIM) if priority is None else (PRIORITY_SIGNS[priority], PRIORITY_TONES[priority])
    key = "board-half-sent" if half.under_way else "board-half"
    spans: list[Span] = [
        (f" {TYPES} ", Tone.STRONG),
        sign,
        (f" {harmless(said_of(half.what, half.place, say))}", Tone.STRONG),
        (f"  {say(key, who=harmless(half.who))}", Tone.DIM),
    ]
    return Row(spans=clip_spans(spans, width), ground=Ground.BAR)
