"""How one entry of a timeline looks: when, who, how it came in, the words, and what became of them. Pure.

`»` was said, `·` written, `≈` whispered to the colleagues alone, `▤` is a card of information, `☎` comes from
the melder and `→` went to the melder. Struck ones stay readable, struck through and with who did it.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from functools import lru_cache

from console.harmless import harmless
from console.paint.clock import clock
from console.paint.row import Row, Span, clip_spans, width_of
from console.paint.text import cells, fit, wrap
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.entry import CardKind, Entry, EntryKind

_ID_WIDTH = 4
_FILLER = "\ue001"
"""Stands for a column of the label while the words are wrapped behind it; no screen shows it."""
_SIGNS: Mapping[EntryKind, tuple[str, Tone]] = {
    EntryKind.LOGGED: ("· ", Tone.DIM),
    EntryKind.SPOKEN: ("» ", Tone.GOOD),
    EntryKind.REPORTED: ("¶ ", Tone.DIM),
    EntryKind.WHISPERED: ("≈ ", Tone.WARN),
    EntryKind.CARD: ("▤ ", Tone.STRONG),
    EntryKind.TOLD: ("→ ", Tone.GOOD),
    EntryKind.MELDER: ("☎ ", Tone.MELDER),
}
_BODIES: Mapping[EntryKind, Tone] = {
    EntryKind.LOGGED: Tone.LOGGED,
    EntryKind.REPORTED: Tone.LOGGED,
    EntryKind.MELDER: Tone.MELDER,
}
_HEARD = frozenset({EntryKind.SPOKEN, EntryKind.WHISPERED, EntryKind.CARD, EntryKind.TOLD, EntryKind.MELDER})
"""Somebody brought it to the others; the rest stands in a log."""


def name_width(entries: Sequence[Entry], width: int) -> int:
    """The column for names: as wide as the widest of these, within a fifth of the panel."""
    widest = max((cells(harmless(name)) for name in {entry.by for entry in entries}), default=4)
    return max(4, min(widest, width // 5, 16))


@lru_cache(maxsize=4_096)
def entry_rows(
    entry: Entry,
    *,
    width: int,
    names: int,
    zone: tzinfo,
    now: datetime | None = None,
    say: Say,
    chosen: bool = False,
    focused: bool = False,
    tail: tuple[Span, ...] = (),
) -> tuple[Row, ...]:
    """The rows of one entry, at least one; its day stands before the hour where that is not the day of `now`.

    Of `now` only the day counts: give the same moment all day long. `tail` follows the last word, or has a
    row of its own.
    """
    struck = entry.struck_by is not None
    body = Tone.STRUCK if struck else _BODIES.get(entry.kind, Tone.PLAIN)
    name = Tone.DIM if struck else Tone.STRONG if entry.kind in _HEARD else Tone.LOGGED
    ground = Ground.NORMAL if not chosen else Ground.CURSOR if focused else Ground.CHOSEN
    at = f"{clock(entry.at, now, zone)} "
    indent = _ID_WIDTH + cells(at) + names + 1 + 2
    sign, sign_tone = _SIGNS[entry.kind]
    head: list[Span] = [
        (fit(str(entry.id), _ID_WIDTH - 1, right=True) + " ", Tone.DIM),
        (at, Tone.DIM),
        (fit(harmless(entry.by), names) + " ", name),
        (sign, Tone.DIM if struck else sign_tone),
    ]
    before = _label(entry, say, struck=struck)
    first = width_of(before)
    lines = wrap(_FILLER * first + harmless(entry.text), max(width - indent, first + 2))
    spans = [[*head, *before, (lines[0][first:], body)]]
    spans += [[(" " * indent, Tone.PLAIN), (line, body)] for line in lines[1:]]
    extra = [_card_state(entry, say)] if entry.kind is EntryKind.CARD and not struck else []
    if tail and width_of(spans[-1]) + width_of(tail) <= width:
        spans[-1] += tail
    elif tail:
        extra.append(tail)
    if entry.struck_by is not None:
        extra.append(((f"✗ {say('line-struck', by=harmless(entry.struck_by))}", Tone.DIM),))
    rows = [Row(spans=clip_spans(each, width), ground=ground) for each in spans]
    rows += [
        Row(spans=clip_spans(((" " * indent, Tone.PLAIN), *each), width), ground=ground) for each in extra
    ]
    return tuple(rows)


def _label(entry: Entry, say: Say, *, struck: bool) -> tuple[Span, ...]:
    """What stands before the words: on whose line, what kind of card, that only colleagues get it."""
    spans: list[Span] = []
    if entry.of_incident is not None:
        spans.append((f"{entry.of_incident} ", Tone.DIM))
    if entry.kind is EntryKind.CARD:
        kind = say(f"card-kind-{(entry.card or CardKind.OTHER).key}").upper()
        loud = entry.card is CardKind.WARNING
        spans.append((f"{kind} ", Tone.STRUCK if struck else Tone.BAD if loud else Tone.STRONG))
    elif entry.kind is EntryKind.WHISPERED:
        spans.append((say("lines-whispered") + " ", Tone.DIM if struck else Tone.WARN))
    return tuple(spans)


def _card_state(entry: Entry, say: Say) -> tuple[Span, ...]:
    """In time or not, and who has it: until somebody has, it is only present, not available (A40, A96)."""
    time = (say("lines-card-in-time"), Tone.GOOD) if entry.in_time else (say("lines-card-late"), Tone.WARN)
    if not entry.taken_by:
        return (time, (" · ", Tone.DIM), (say("lines-card-nobody"), Tone.WARN))
    names = harmless(", ".join(entry.taken_by))
    return (time, (" · ", Tone.DIM), (say("lines-card-has", names=names), Tone.GOOD))
