"""What the line panel is told to show, and the rows it makes of that. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from attrs import frozen

from console.harmless import harmless
from console.line.entries import entry_rows, name_width
from console.line.heads import Head, head_rows
from console.line.marks import mark_spans, named_entry, receipt
from console.line.window import Anchor, anchor_at, first_in_view
from console.paint.clock import noon
from console.paint.row import BLANK, Row, Span, clip_spans
from console.paint.text import fit
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.entry import Entry, EntryKind
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.wire.messages import OnLineRow


@frozen(kw_only=True)
class LineView:
    """One moment of the line of the selected incident."""

    incident: Incident | None
    """None when nothing is selected."""

    now: datetime
    zone: tzinfo
    """In which times are shown."""

    selected: int | None = None
    """The id of the entry on which one stands; None follows the newest."""

    read: int = 0
    """Entries up to this id were there when one began to scroll back; later ones are new."""

    under_way: tuple[str, ...] = ()
    """What we said that has no answer yet."""

    line: LineKind = LineKind.OPEN
    """Which of the two lines; the contact line only where there is one."""

    me: str = ""
    """Our account; "" before the first welcome."""

    rows: tuple[OnLineRow, ...] = ()
    """What the members of this line have and do, as far as they said."""

    switch: str = ""
    """The key that shows the other line."""

    golden_hour: timedelta = timedelta(hours=1)
    focused: bool = False


@frozen(kw_only=True)
class Drawn:
    """Rows, and where they begin in the timeline."""

    rows: tuple[Row, ...]
    anchor: Anchor


def draw_line(view: LineView, say: Say, *, width: int, height: int, anchor: Anchor) -> Drawn:
    """Title, who is on the line, and the part of the timeline that is in view."""
    incident = view.incident
    if incident is None:
        ground = Ground.BAR_FOCUSED if view.focused else Ground.BAR
        none = Row(spans=((" " + say("line-none"), Tone.DIM),))
        return Drawn(rows=(Row(spans=((" ", Tone.PLAIN),), ground=ground), none), anchor=Anchor())
    head = head_rows(_head(incident, view), say, width, height)
    body = max(0, height - len(head))
    entries = entries_of(incident, view.line)
    names = name_width(entries[-200:], width)
    named = named_entry(entries, view.me, view.selected)
    today = noon(view.now, view.zone)
    blocks = [
        entry_rows(
            entry,
            width=width,
            names=names,
            zone=view.zone,
            now=today,
            say=say,
            chosen=entry.id == view.selected,
            focused=view.focused,
            tail=_marks(entry, incident, view, say, named=entry.id == named),
        )
        for entry in entries
    ]
    waiting = [Row(spans=_under_way(text, say, width)) for text in view.under_way]
    blocks += [(row,) for row in waiting]
    heights = [len(block) for block in blocks]
    behind = view.selected is not None
    room = body - 1 if behind and body > 1 else body
    selected = None if view.selected is None else place_of(entries, view.selected)
    first = first_in_view(heights, anchor=anchor, selected=selected, height=room)
    everything = [row for block in blocks for row in block]
    shown = everything[first : first + room]
    if behind and body > 1:
        shown += [BLANK] * (room - len(shown)) + [_below(entries, view, say, len(everything) - first - room)]
    if not everything:
        silent = "desk-line-silent" if view.line is LineKind.OPEN else "lines-contact-silent"
        shown = [Row(spans=((" " + say(silent), Tone.DIM),))]
    return Drawn(rows=(*head, *shown), anchor=anchor_at(heights, first))


def entries_of(incident: Incident, line: LineKind) -> tuple[Entry, ...]:
    """What was said and written on this line, oldest first."""
    return incident.entries if line is LineKind.OPEN else incident.contact_line.words


def place_of(entries: Sequence[Entry], id: int) -> int:
    """Which of them has this id, counted from 0; the one before its place where there is none. Ids have holes
    for somebody who may not see everything."""
    return max(0, bisect_right(entries, id, key=lambda entry: entry.id) - 1)


def _head(incident: Incident, view: LineView) -> Head:
    return Head(
        incident=incident,
        line=view.line,
        now=view.now,
        zone=view.zone,
        me=view.me,
        hands=view.rows,
        switch=view.switch,
        golden_hour=view.golden_hour,
        focused=view.focused,
    )


def _marks(entry: Entry, incident: Incident, view: LineView, say: Say, *, named: bool) -> tuple[Span, ...]:
    """Who has it: of what we said and of cards always, of the others while they are selected."""
    told = entry.by == view.me or entry.kind is EntryKind.CARD or entry.id == view.selected
    if not told or entry.kind in (EntryKind.LOGGED, EntryKind.REPORTED) or entry.struck_by is not None:
        return ()
    members = incident.members if view.line is LineKind.OPEN else incident.contact_line.members
    # What only colleagues get is not lacking at a partner.
    apart = () if entry.kind is EntryKind.SPOKEN else incident.scale.partners
    names = (member.name for member in members if member.name not in apart)
    found = receipt(entry, names, view.rows)
    return mark_spans(found, say, named=named)


def _under_way(text: str, say: Say, width: int) -> tuple[Span, ...]:
    return clip_spans(((f"  … {say('desk-under-way')} » ", Tone.WARN), (harmless(text), Tone.DIM)), width)


def _below(entries: Sequence[Entry], view: LineView, say: Say, rows: int) -> Row:
    """The mark at the bottom while one reads back."""
    new = len(entries) - view.read
    if new > 0:
        return Row(spans=((f" ▼ {say('desk-line-new', count=new)} ", Tone.PICKED),))
    return Row(spans=((fit(f" ▼ {say('desk-line-back')}" if rows > 0 else "", 30), Tone.DIM),))
