"""The line of a split pair (A92): always open, the other half and its distance at the top. Pure."""

from datetime import datetime, tzinfo

from attrs import frozen

from console.harmless import harmless
from console.paint.age import distance
from console.paint.clock import LOCAL, clock
from console.paint.row import Row, Span, between, plain
from console.paint.text import wrap
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.entry import Entry, EntryKind


@frozen(kw_only=True)
class PairView:
    """One moment of the pair's line."""

    zone: tzinfo = LOCAL
    now: datetime | None = None
    other: str = ""
    """The call sign of the other half."""

    status: str = ""
    away_m: float | None = None
    words: tuple[Entry, ...] = ()
    under_way: tuple[str, ...] = ()
    key: str = ""
    """The key of `strengthen`."""


def draw_pair(view: PairView, say: Say, *, width: int, height: int) -> list[Row]:
    """Title, and the newest words at the bottom."""
    away = "" if view.away_m is None else f" · {distance(view.away_m)}"
    left: list[Span] = [
        (f" {say('unit-mate', other=harmless(view.other))}", Tone.STRONG),
        (f"{away} · {view.status}", Tone.PLAIN),
    ]
    right: tuple[Span, ...] = ((f" {view.key} ", Tone.PICKED), (f" {say('unit-strengthen')} ", Tone.PLAIN))
    rows: list[Row] = []
    for entry in view.words:
        rows += _entry(entry, view, say, width)
    rows += [plain(f"  … » {harmless(text)}", Tone.DIM) for text in view.under_way]
    if not rows:
        rows = [plain(f" {say('desk-line-silent')}", Tone.DIM)]
    room = max(0, height - 1)
    return [
        Row(spans=between(left, right, width), ground=Ground.BAR),
        *rows[max(0, len(rows) - room) :][:room],
    ]


def _entry(entry: Entry, view: PairView, say: Say, width: int) -> list[Row]:
    head = f" {clock(entry.at, view.now, view.zone)} {harmless(entry.by)} "
    calls = entry.kind is EntryKind.CARD
    text = f"▲ {say('unit-calls')}" if calls else f"» {harmless(entry.text)}"
    lines = wrap(text, width - len(head))
    tone = Tone.P1 if calls else Tone.PLAIN
    first = Row(spans=((head, Tone.STRONG), (lines[0], tone)))
    return [first, *(Row(spans=((" " * len(head), Tone.PLAIN), (line, tone))) for line in lines[1:])]
