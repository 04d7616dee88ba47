"""The foot of a unit's screen: what asks for a key now, and the numbers of the radio in words. Pure."""

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Row, Span, clip_spans, width_of
from console.paint.signs import STATUS_TONES
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.unit_status import UnitStatus

MOST_ROWS = 2
"""For what asks for a key."""


@frozen(kw_only=True)
class Ask:
    """One thing that a key does now."""

    key: str
    """As it stands on the keyboard; empty for what is only told."""

    words: str
    tone: Tone = Tone.WARN


@frozen(kw_only=True)
class KeysView:
    """One moment of the foot."""

    asks: tuple[Ask, ...] = ()
    """What presses most first; those for which there is no room are left out."""

    numbers: tuple[tuple[int, UnitStatus], ...] = ()
    status: UnitStatus | None = None
    """What the unit is doing; None off duty."""

    offered: UnitStatus | None = None
    """The status that its position suggests."""

    whose: str = ""
    """On which melding a digit sets whose status; empty for a unit that is on none."""

    whose_short: str = ""
    """The same where there is little room."""

    elsewhere: bool = False
    """True while another melding is on the screen than the one on which a digit sets the status."""

    quiet: str = ""
    """Told while nothing asks for a key."""


def draw_keys(view: KeysView, say: Say, *, width: int) -> list[Row]:
    """The asks in one row, or two where one is not enough; and the numbers."""
    return [*_asks(view, width), Row(spans=_numbers(view, say, width), ground=Ground.BAR)]


def key_rows(asks: tuple[Ask, ...], width: int) -> int:
    """How many rows the foot takes."""
    return 1 + max(1, len(_packed(asks, width)))


def _asks(view: KeysView, width: int) -> list[Row]:
    packed = _packed(view.asks, width) or [[(f" {view.quiet}", Tone.DIM)]]
    return [Row(spans=clip_spans(spans, width)) for spans in packed]


def _packed(asks: tuple[Ask, ...], width: int) -> list[list[Span]]:
    """In rows of this width, at most MOST_ROWS; what has no place there is left out."""
    rows: list[list[Span]] = []
    for ask in asks:
        spans: list[Span] = [(" ", Tone.PLAIN)]
        if ask.key:
            spans.append((f" {ask.key} ", Tone.PICKED))
        spans.append((f" {harmless(ask.words)} ", ask.tone))
        room = next((row for row in rows if width_of([*row, *spans]) <= width), None)
        if room is not None:
            room += spans
        elif len(rows) < MOST_ROWS:
            rows.append(spans)
    return rows


def _numbers(view: KeysView, say: Say, width: int) -> tuple[Span, ...]:
    """`1 beschikb 2 [ter pl]`: in full words where they fit, else in short ones."""
    full = _words(view, say, "")
    return full if width_of(full) <= width else clip_spans(_words(view, say, "-short"), width)


def _words(view: KeysView, say: Say, suffix: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    whose = view.whose_short if suffix else view.whose
    if whose:
        spans.append((f" {harmless(whose)}", Tone.PICKED if view.elsewhere else Tone.DIM))
    if view.status is not None and view.status not in dict(view.numbers).values():
        # A status that one is given and does not press, like that of a melding just got.
        spans.append((f" [{say(f'status-{view.status.key}{suffix}')}]", STATUS_TONES[view.status]))
    for number, status in view.numbers:
        word = say(f"status-{status.key}{suffix}")
        if status is view.status:
            spans += [(f" {number}", Tone.STRONG), (f"[{word}]", STATUS_TONES[status])]
        elif status is view.offered:
            spans += [(f" {number} {word}?", Tone.PICKED)]
        else:
            spans += [(f" {number}", Tone.STRONG), (f" {word}", Tone.PLAIN)]
    return tuple(spans)
