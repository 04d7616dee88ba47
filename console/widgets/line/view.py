"""What the line panel is told to show, and the rows it makes of that. Pure."""

from datetime import datetime, tzinfo

from attrs import frozen

from console.harmless import harmless
from console.widgets.line.entries import entry_rows, name_width
from console.widgets.line.window import Anchor, anchor_at, first_in_view
from console.widgets.paint.age import age, seconds_between
from console.widgets.paint.row import BLANK, Row, Span, between, clip_spans
from console.widgets.paint.signs import PRIORITY_SIGNS, PRIORITY_TONES
from console.widgets.paint.text import fit
from console.widgets.paint.tone import Ground, Tone
from console.widgets.paint.words import Say
from protocol.model.entry import EntryKind
from protocol.model.incident import Incident

HEAD_ROWS = 2


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
    head = (_title(incident, view, say, width), _members(incident, say, width))
    body = max(0, height - HEAD_ROWS)
    names = name_width(incident.entries[-200:], width)
    blocks = [
        entry_rows(
            entry,
            width=width,
            names=names,
            zone=view.zone,
            say=say,
            chosen=entry.id == view.selected,
            focused=view.focused,
        )
        for entry in incident.entries
    ]
    waiting = [Row(spans=_under_way(text, say, width)) for text in view.under_way]
    blocks += [(row,) for row in waiting]
    heights = [len(block) for block in blocks]
    behind = view.selected is not None
    room = body - 1 if behind and body > 1 else body
    selected = None if view.selected is None else view.selected - 1
    first = first_in_view(heights, anchor=anchor, selected=selected, height=room)
    everything = [row for block in blocks for row in block]
    shown = everything[first : first + room]
    if behind and body > 1:
        shown += [BLANK] * (room - len(shown)) + [_below(incident, view, say, len(everything) - first - room)]
    if not everything:
        shown = [Row(spans=((" " + say("desk-line-silent"), Tone.DIM),))]
    return Drawn(rows=(*head, *shown), anchor=anchor_at(heights, first))


def _title(incident: Incident, view: LineView, say: Say, width: int) -> Row:
    since = age(seconds_between(incident.phase_since, view.now))
    left: list[Span] = [
        (" " + say("line-title", incident=incident.number) + " ", Tone.STRONG),
        (
            PRIORITY_SIGNS[incident.priority],
            PRIORITY_TONES[incident.priority] if not view.focused else Tone.STRONG,
        ),
        (f" {harmless(incident.what)}", Tone.STRONG),
        (f" · {harmless(incident.place.name)}", Tone.PLAIN),
    ]
    tone = Tone.PLAIN if incident.is_open else Tone.WARN
    right: tuple[Span, ...] = ((f"{say(f'phase-{incident.phase.key}')} {since} ", tone),)
    return Row(spans=between(left, right, width), ground=Ground.BAR_FOCUSED if view.focused else Ground.BAR)


def _members(incident: Incident, say: Say, width: int) -> Row:
    """Who is on the line, and who spoke and left again."""
    present = {member.name for member in incident.members}
    spoke = dict.fromkeys(
        entry.by for entry in incident.entries if entry.kind is EntryKind.SPOKEN and entry.by not in present
    )
    spans: list[Span] = []
    if incident.members:
        for member in incident.members:
            spans += [(" ● ", Tone.GOOD), (harmless(member.name), Tone.STRONG)]
    else:
        spans.append((" ○ " + say("line-nobody"), Tone.DIM))
    if spoke:
        names = ", ".join(harmless(name) for name in spoke)
        spans.append(("  " + say("desk-line-spoke", names=names), Tone.DIM))
    return Row(spans=clip_spans(spans, width))


def _under_way(text: str, say: Say, width: int) -> tuple[Span, ...]:
    return clip_spans(((f"  … {say('desk-under-way')} » ", Tone.WARN), (harmless(text), Tone.DIM)), width)


def _below(incident: Incident, view: LineView, say: Say, rows: int) -> Row:
    """The mark at the bottom while one reads back."""
    new = len(incident.entries) - view.read
    if new > 0:
        return Row(spans=((f" ▼ {say('desk-line-new', count=new)} ", Tone.PICKED),))
    return Row(spans=((fit(f" ▼ {say('desk-line-back')}" if rows > 0 else "", 30), Tone.DIM),))
