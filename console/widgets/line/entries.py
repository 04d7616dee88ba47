"""How one entry of the timeline looks: when, who, `»` said or `·` written, the words. Pure.

Struck ones stay readable, struck through and with who did it.
"""

from collections.abc import Sequence
from datetime import tzinfo
from functools import lru_cache

from console.harmless import harmless
from console.widgets.paint.row import Row, Span
from console.widgets.paint.text import cells, fit, wrap
from console.widgets.paint.tone import Ground, Tone
from console.widgets.paint.words import Say
from protocol.model.entry import Entry, EntryKind

_ID_WIDTH = 4
_TIME_WIDTH = 6
_SIGNS = {EntryKind.SPOKEN: "» ", EntryKind.LOGGED: "· "}


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
    say: Say,
    chosen: bool = False,
    focused: bool = False,
) -> tuple[Row, ...]:
    """The rows of one entry, at least one."""
    spoken = entry.kind is EntryKind.SPOKEN
    struck = entry.struck_by is not None
    body = Tone.STRUCK if struck else Tone.PLAIN if spoken else Tone.LOGGED
    name = Tone.DIM if struck else Tone.STRONG if spoken else Tone.LOGGED
    ground = Ground.NORMAL if not chosen else Ground.CURSOR if focused else Ground.CHOSEN
    indent = _ID_WIDTH + _TIME_WIDTH + names + 1 + 2
    head: list[Span] = [
        (fit(str(entry.id), _ID_WIDTH - 1, right=True) + " ", Tone.DIM),
        (entry.at.astimezone(zone).strftime("%H:%M "), Tone.DIM),
        (fit(harmless(entry.by), names) + " ", name),
        (_SIGNS[entry.kind], Tone.GOOD if spoken and not struck else Tone.DIM),
    ]
    lines = wrap(harmless(entry.text), width - indent)
    rows = [Row(spans=(*head, (lines[0], body)), ground=ground)]
    rows += [Row(spans=((" " * indent, Tone.PLAIN), (line, body)), ground=ground) for line in lines[1:]]
    if entry.struck_by is not None:
        by = say("line-struck", by=harmless(entry.struck_by))
        rows.append(Row(spans=((" " * indent, Tone.PLAIN), (f"✗ {by}", Tone.DIM)), ground=ground))
    return tuple(rows)
